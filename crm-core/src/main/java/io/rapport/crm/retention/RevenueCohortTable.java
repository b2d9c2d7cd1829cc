package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /**
     * The table of both when no customer is in both, such as those of the shares of {@link RevenueDays#split}; the other
     * must be made by the same rules, to the same end and in the same currency. Where purchases of one customer lie in
     * several accumulators, merge these by {@link RevenueDays#merge} before making tables: a customer who is in two tables
     * is counted twice, and belongs to the wrong cohort in one.
     */
    public RevenueCohortTable merge(RevenueCohortTable other) {
        Require.that(
                Require.present("other", other).cohorts.equals(cohorts),
                "other",
                "is " + other.cohorts,
                "merge tables of one kind");
        Require.that(
                currency.equals(other.currency), "other", "is in " + other.currency, "merge tables of one currency");
        Require.that(dataEnd.equals(other.dataEnd), "other", "ends with " + other.dataEnd, "merge tables of one end");
        TreeMap<LocalDate, RevenueCohortRow> merged = new TreeMap<>();
        Stream.of(rows, other.rows)
                .flatMap(List::stream)
                .forEach(row -> merged.merge(row.cohort().start(), row, RevenueCohortRow::plus));
        return new RevenueCohortTable(cohorts, currency, dataEnd, List.copyOf(merged.values()));
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
