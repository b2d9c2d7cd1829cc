package io.rapport.crm.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts the customers who were seen before the end of the data, each in the counts of the cohort. */
final class CohortPass {

    private final Cohorts cohorts;
    private final Consumer<Consumer<CustomerDays>> customers;
    private final Columns columns;
    private final int end;
    private final PeriodTable periods;
    private final int firstCohort;
    private final @Nullable CohortCounts[] counts;

    /** @param customers shows all customers to a reader */
    CohortPass(Cohorts cohorts, int end, Consumer<Consumer<CustomerDays>> customers) {
        this.cohorts = cohorts;
        this.customers = customers;
        this.columns = new Columns(cohorts.matching());
        this.end = end;
        int[] firstDay = {end};
        customers.accept(days -> firstDay[0] = Math.min(firstDay[0], days.first()));
        periods = new PeriodTable(cohorts.clock().cohorts(), firstDay[0], end);
        firstCohort = periods.of(firstDay[0]);
        counts = new CohortCounts[periods.of(end) - firstCohort + 1];
    }

    /** The rows of all cohorts that have customers, oldest first. */
    <R> List<R> rows(BiFunction<CalendarPeriod, CohortCounts, R> row) {
        customers.accept(this::count);
        List<R> rows = new ArrayList<>();
        for (int cohort = 0; cohort < counts.length; cohort++) {
            CohortCounts counted = counts[cohort];
            if (counted != null) {
                rows.add(row.apply(cohorts.clock().cohorts().period(firstCohort + cohort), counted));
            }
        }
        return rows;
    }

    private void count(CustomerDays days) {
        if (days.first() < end) {
            int cohort = periods.of(days.first()) - firstCohort;
            CohortCounts counted = counts[cohort];
            if (counted == null) {
                counted = new CohortCounts(cohorts, columns, periods, end);
                counts[cohort] = counted;
            }
            counted.add(days);
        }
    }
}
