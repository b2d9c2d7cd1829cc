package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
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

    /** The cell of a column; empty where the data do not reach. */
    public Optional<RevenueCell> cell(int column) {
        Require.that(column >= 0, "column", "is " + column, "count columns from 0");
        return column < cells.size() ? Optional.of(cells.get(column)) : Optional.empty();
    }
}
