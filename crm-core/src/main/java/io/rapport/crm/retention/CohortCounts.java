package io.rapport.crm.retention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts one cohort's customers, and what they spent, into columns. */
final class CohortCounts {

    private final CohortClock clock;
    private final boolean orAfter;
    private final boolean isPlain;
    private final Columns columns;
    private final PeriodTable periods;
    private final int end;

    private long size;
    /** Customers retained in each column; on-or-after: customers whose last such column it is. */
    private long[] retained = new long[16];
    /** On a rolling clock, customers for whom this is the last column that has ended. */
    private long[] ended = new long[16];
    /** What was spent in each column; on-or-after: what counts in this column and all before. */
    private long[] revenue = new long[16];

    CohortCounts(Cohorts cohorts, Columns columns, PeriodTable periods, int end) {
        this.clock = cohorts.clock();
        this.orAfter = cohorts.matching().kind() == Matching.Kind.ON_OR_AFTER;
        this.isPlain = cohorts.matching().kind() == Matching.Kind.ON && !clock.isRolling();
        this.columns = columns;
        this.periods = periods;
        this.end = end;
    }

    void add(CustomerDays days) {
        size++;
        int limit = Integer.MAX_VALUE;
        if (clock.isRolling()) {
            limit = columns.ended(clock.window(days.first(), end));
            if (limit > 0) {
                ended = plus(ended, limit - 1, 1);
            }
        }
        int observed = days.last() < end ? days.size() : days.daysBefore(end);
        int firstPeriod = periods.of(days.first());
        retained = reaching(retained, window(days, observed - 1, firstPeriod));
        if (isPlain && !days.hasAmounts()) {
            addWindows(days, observed, firstPeriod);
        } else {
            addColumns(days, observed, firstPeriod, limit);
        }
    }

    /** Adds a customer by bits, the lowest of which stands for the given window. */
    void add(long[] bits, int from, int to, int lowestWindow) {
        size++;
        retained = reaching(retained, lowestWindow + (to - from) * Long.SIZE);
        long[] counts = retained;
        int before = -1;
        int lowest = lowestWindow;
        for (int word = from; word < to; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                int window = lowest + Long.numberOfTrailingZeros(rest);
                int column = isPlain ? window : columns.of(window);
                if (column > before) {
                    before = column;
                    counts[column] += orAfter ? 0 : 1;
                }
            }
            lowest += Long.SIZE;
        }
        if (orAfter && before >= 0) {
            retained[before]++;
        }
    }

    /** The usual table in as few steps as there can be: each period is a column, and all customers have all of them. */
    private void addWindows(CustomerDays days, int observed, int firstPeriod) {
        long[] counts = retained;
        int before = -1;
        for (int i = 0; i < observed; i++) {
            int column = periods.of(days.day(i)) - firstPeriod;
            // Adding 0 costs less than a branch that is taken for every other day.
            counts[column] += column > before ? 1 : 0;
            before = column;
        }
    }

    private void addColumns(CustomerDays days, int observed, int firstPeriod, int limit) {
        int before = -1;
        for (int i = 0; i < observed; i++) {
            int column = columns.of(window(days, i, firstPeriod));
            if (orAfter) {
                column = Math.min(column, limit - 1);
            }
            if (column >= 0 && column < limit) {
                retained[column] += column > before && !orAfter ? 1 : 0;
                before = column;
                long amount = days.amountMinor(i);
                if (amount != 0) {
                    revenue = plus(revenue, column, amount);
                }
            }
        }
        if (orAfter && before >= 0) {
            retained[before]++;
        }
    }

    private int window(CustomerDays days, int index, int firstPeriod) {
        return clock.isRolling()
                ? clock.window(days.first(), days.day(index))
                : periods.of(days.day(index)) - firstPeriod;
    }

    CohortRow row(CalendarPeriod cohort) {
        return new CohortRow(cohort, size, cells(cohort));
    }

    RevenueCohortRow revenueRow(CalendarPeriod cohort) {
        long[] sums = orAfter ? fromHereOn(revenue) : revenue;
        List<CohortCell> cells = cells(cohort);
        List<RevenueCell> revenueCells = new ArrayList<>(cells.size());
        for (int column = 0; column < cells.size(); column++) {
            revenueCells.add(new RevenueCell(column < sums.length ? sums[column] : 0, cells.get(column)));
        }
        return new RevenueCohortRow(cohort, size, revenueCells);
    }

    private List<CohortCell> cells(CalendarPeriod cohort) {
        int first = Math.toIntExact(cohort.start().toEpochDay());
        long[] kept = orAfter ? fromHereOn(retained) : retained;
        return clock.isRolling()
                ? rollingCells(kept, fromHereOn(ended))
                : calendarCells(
                        kept,
                        columns.started(clock.window(first, end - 1) + 1),
                        columns.ended(clock.window(first, end)));
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
            sums[i] = Math.addExact(sums[i], sums[i + 1]);
        }
        return sums;
    }

    private static long[] plus(long[] counts, int index, long amount) {
        long[] roomy = reaching(counts, index);
        roomy[index] = Math.addExact(roomy[index], amount);
        return roomy;
    }

    private static long[] reaching(long[] counts, int index) {
        return index < counts.length ? counts : Arrays.copyOf(counts, Math.max(index + 1, 2 * counts.length));
    }
}
