package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one cohort spent.
 *
 * @param cohort the period of its customers' first purchase ever
 * @param size the number of its customers
 * @param cells its columns in order; as many as had begun by the end of the data, on a rolling clock as had ended for
 *     at least one customer
 */
public record RevenueCohortRow(CalendarPeriod cohort, long size, List<RevenueCell> cells) implements Serializable {

    public RevenueCohortRow {
        Require.present("cohort", cohort);
        Require.positive("size", size);
        cells = Require.list("cells", cells);
    }

    RevenueCohortRow plus(RevenueCohortRow other) {
        List<RevenueCell> longer = cells.size() < other.cells.size() ? other.cells : cells;
        List<RevenueCell> sums = new ArrayList<>(longer);
        for (int column = 0; column < Math.min(cells.size(), other.cells.size()); column++) {
            sums.set(column, cells.get(column).plus(other.cells.get(column)));
        }
        return new RevenueCohortRow(cohort, Math.addExact(size, other.size), sums);
    }

    /** The cell of a column; empty where the data do not reach. */
    public Optional<RevenueCell> cell(int column) {
        Require.that(column >= 0, "column", "is " + column, "count columns from 0");
        return column < cells.size() ? Optional.of(cells.get(column)) : Optional.empty();
    }
}
