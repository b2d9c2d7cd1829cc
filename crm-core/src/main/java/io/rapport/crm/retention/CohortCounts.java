package io.rapport.crm.retention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts one cohort's customers into columns. */
final class CohortCounts {

    private final CohortClock clock;
    private final boolean orAfter;
    private final Columns columns;
    private final int end;

    private long size;
    /** Customers retained in each column; on-or-after: customers whose last such column it is. */
    private long[] retained = new long[16];
    /** On a rolling clock, customers for whom this is the last column that has ended. */
    private long[] ended = new long[16];

    CohortCounts(Cohorts cohorts, Columns columns, int end) {
        this.clock = cohorts.clock();
        this.orAfter = cohorts.matching().kind() == Matching.Kind.ON_OR_AFTER;
        this.columns = columns;
        this.end = end;
    }

    void add(DaySet days) {
        size++;
        int observed = days.lowerBound(end);
        int limit = Integer.MAX_VALUE;
        if (clock.isRolling()) {
            limit = columns.ended(clock.window(days.first(), end));
            if (limit > 0) {
                ended = incremented(ended, limit - 1);
            }
        }
        if (orAfter) {
            int last = Math.min(columns.of(clock.window(days.first(), days.day(observed - 1))), limit - 1);
            if (last >= 0) {
                retained = incremented(retained, last);
            }
        } else {
            addEach(days, observed, limit);
        }
    }

    private void addEach(DaySet days, int observed, int limit) {
        int before = -1;
        for (int i = 0; i < observed; i++) {
            int column = columns.of(clock.window(days.first(), days.day(i)));
            if (column > before && column < limit) {
                retained = incremented(retained, column);
                before = column;
            }
        }
    }

    CohortRow row(CalendarPeriod cohort) {
        int first = Math.toIntExact(cohort.start().toEpochDay());
        long[] kept = orAfter ? fromHereOn(retained) : retained;
        List<CohortCell> cells = clock.isRolling()
                ? rollingCells(kept, fromHereOn(ended))
                : calendarCells(
                        kept,
                        columns.started(clock.window(first, end - 1) + 1),
                        columns.ended(clock.window(first, end)));
        return new CohortRow(cohort, size, cells);
    }

    private List<CohortCell> calendarCells(long[] kept, int started, int complete) {
        List<CohortCell> cells = new ArrayList<>(started);
        for (int column = 0; column < started; column++) {
            cells.add(new CohortCell(column < kept.length ? kept[column] : 0, size, column < complete));
        }
        return cells;
    }

    private static List<CohortCell> rollingCells(long[] kept, long[] eligible) {
        List<CohortCell> cells = new ArrayList<>();
        for (int column = 0; column < eligible.length && eligible[column] > 0; column++) {
            cells.add(new CohortCell(column < kept.length ? kept[column] : 0, eligible[column], true));
        }
        return cells;
    }

    private static long[] fromHereOn(long[] counts) {
        long[] sums = counts.clone();
        for (int i = sums.length - 2; i >= 0; i--) {
            sums[i] += sums[i + 1];
        }
        return sums;
    }

    private static long[] incremented(long[] counts, int index) {
        long[] roomy = index < counts.length ? counts : Arrays.copyOf(counts, Math.max(index + 1, 2 * counts.length));
        roomy[index]++;
        return roomy;
    }
}
