package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cohorts and how many of their customers were active later.
 *
 * @param cohorts the clock and the matching that the table was made with
 * @param dataEnd where the observation ended
 * @param rows one for each period in which any customer was first active, oldest first
 */
public record CohortTable(Cohorts cohorts, DataEnd dataEnd, List<CohortRow> rows) implements Serializable {

    public CohortTable {
        Require.present("cohorts", cohorts);
        Require.present("dataEnd", dataEnd);
        rows = Require.list("rows", rows);
    }

    /**
     * The table of both when no customer is in both, such as those of the shares of {@link ActivityDays#split}; the other
     * must be made by the same rules and to the same end.
     */
    public CohortTable merge(CohortTable other) {
        Require.that(
                Require.present("other", other).cohorts.equals(cohorts),
                "other",
                "is " + other.cohorts,
                "merge tables of one kind");
        Require.that(dataEnd.equals(other.dataEnd), "other", "ends with " + other.dataEnd, "merge tables of one end");
        TreeMap<LocalDate, CohortRow> merged = new TreeMap<>();
        Stream.of(rows, other.rows)
                .flatMap(List::stream)
                .forEach(row -> merged.merge(row.cohort().start(), row, CohortRow::plus));
        return new CohortTable(cohorts, dataEnd, List.copyOf(merged.values()));
    }

    /** The number of columns of the longest row. */
    public int columns() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /**
     * A short heading: {@code "3"} for window 3, {@code "3+"} for window 3 or later, {@code "1-3"} for a bracket.
     *
     * @param column 0 to {@code columns() - 1}
     */
    public String heading(int column) {
        Require.between("column", column, 0, columns() - 1);
        return cohorts.matching().heading(column);
    }

    /** The row of one cohort; empty if no customer was first active then. */
    public Optional<CohortRow> row(CalendarPeriod cohort) {
        return rows.stream().filter(row -> row.cohort().equals(cohort)).findFirst();
    }

    /**
     * The average of a column's complete cells, weighted by the size of the cohorts: all their retained customers over
     * all their eligible ones. Incomplete cells are left out, for they would pull it down.
     */
    public Rate average(int column) {
        List<CohortCell> complete = rows.stream()
                .flatMap(row -> row.cell(column).stream())
                .filter(CohortCell::complete)
                .toList();
        return new Rate(
                complete.stream().mapToLong(CohortCell::retained).sum(),
                complete.stream().mapToLong(CohortCell::eligible).sum());
    }
}
