package io.rapport.crm.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Counts the customers who were seen before the end of the data, each in the counts of the cohort. */
final class CohortPass {

    private final Cohorts cohorts;
    private final Columns columns;
    private final int firstDay;
    private final int end;
    private final PeriodTable periods;
    private final int firstCohort;
    private final @Nullable CohortCounts[] counts;

    /** @param firstDay a day before which nobody was seen */
    CohortPass(Cohorts cohorts, int firstDay, int end) {
        this.cohorts = cohorts;
        this.columns = new Columns(cohorts.matching());
        this.firstDay = Math.min(firstDay, end);
        this.end = end;
        periods = new PeriodTable(cohorts.clock().cohorts(), this.firstDay, end);
        firstCohort = periods.of(this.firstDay);
        counts = new CohortCounts[periods.of(end) - firstCohort + 1];
    }

    /** Whether the periods alone tell all, and are few enough to be kept as bits. */
    boolean takesBits() {
        return !cohorts.clock().isRolling() && PeriodBits.suit(counts.length);
    }

    PeriodBits bits() {
        return new PeriodBits(periods, firstDay, end);
    }

    /** The rows of all cohorts that have customers, oldest first. */
    <R> List<R> rows(BiFunction<CalendarPeriod, CohortCounts, R> row) {
        List<R> rows = new ArrayList<>();
        for (int cohort = 0; cohort < counts.length; cohort++) {
            CohortCounts counted = counts[cohort];
            if (counted != null) {
                rows.add(row.apply(cohorts.clock().cohorts().period(firstCohort + cohort), counted));
            }
        }
        return rows;
    }

    void count(CustomerDays days) {
        if (days.first() < end) {
            counts(periods.of(days.first()) - firstCohort).add(days);
        }
    }

    /** Counts a customer by the bits of the periods. */
    void count(long[] bits, int from, int to) {
        for (int word = from; word < to; word++) {
            if (bits[word] != 0) {
                int cohort = (word - from) * Long.SIZE + Long.numberOfTrailingZeros(bits[word]);
                counts(cohort).add(bits, word, to, (word - from) * Long.SIZE - cohort);
                return;
            }
        }
    }

    private CohortCounts counts(int cohort) {
        CohortCounts counted = counts[cohort];
        if (counted == null) {
            counted = new CohortCounts(cohorts, columns, periods, end);
            counts[cohort] = counted;
        }
        return counted;
    }
}
