package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * Cohorts and what they spent.
 *
 * @param cohorts the clock and the matching that the table was made with
 * @param currency what the minor units are of
 * @param dataEnd where the observation ended
 * @param rows one for each period in which any customer first bought, oldest first
 */
public record RevenueCohortTable(Cohorts cohorts, CurrencyUnit currency, DataEnd dataEnd, List<RevenueCohortRow> rows)
        implements Serializable {

    public RevenueCohortTable {
        Require.present("cohorts", cohorts);
        Require.present("currency", currency);
        Require.present("dataEnd", dataEnd);
        rows = Require.list("rows", rows);
    }

    /** The number of columns of the longest row. */
    public int columns() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /** The row of one cohort; empty if no customer first bought then. */
    public Optional<RevenueCohortRow> row(CalendarPeriod cohort) {
        return rows.stream().filter(row -> row.cohort().equals(cohort)).findFirst();
    }

    /**
     * Minor units for each customer in a column, over its complete cells and weighted by the size of the cohorts: all
     * they spent over all their eligible customers. Incomplete cells are left out, for they would pull it down.
     */
    public Ratio average(int column) {
        List<RevenueCell> complete = rows.stream()
                .flatMap(row -> row.cell(column).stream())
                .filter(RevenueCell::complete)
                .toList();
        return new Ratio(
                complete.stream().mapToLong(RevenueCell::revenueMinor).sum(),
                complete.stream().mapToLong(cell -> cell.customers().eligible()).sum());
    }
}
