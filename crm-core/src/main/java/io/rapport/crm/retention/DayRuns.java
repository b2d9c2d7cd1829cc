package io.rapport.crm.retention;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Customers in the order of {@link CustomerKey}, each with a run of distinct days in order. Two tables of the same
 * facts are the same arrays, however the facts came in. Never changes.
 */
final class DayRuns implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final long[] NO_LONGS = {};

    static final DayRuns NONE = new DayRuns(NO_LONGS, NO_LONGS, new int[1], new int[0], NO_LONGS, NO_LONGS);

    final long[] highs;
    final long[] lows;
    /** Where the run of each customer starts in {@link #days}, and where the last one ends. */
    final int[] starts;

    final int[] days;
    /** Orders of each customer. */
    final long[] orders;
    /** What was spent on each of {@link #days}, or empty. */
    final long[] amounts;

    DayRuns(long[] highs, long[] lows, int[] starts, int[] days, long[] orders, long[] amounts) {
        this.highs = highs;
        this.lows = lows;
        this.starts = starts;
        this.days = days;
        this.orders = orders;
        this.amounts = amounts;
    }

    int customers() {
        return highs.length;
    }

    /** The position of a customer, or a number below 0. */
    int find(long high, long low) {
        int from = 0;
        int to = customers() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = CustomerKey.compare(highs[middle], lows[middle], high, low);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    DayRuns withoutAmounts() {
        return new DayRuns(highs, lows, starts, days, orders, NO_LONGS);
    }

    DayRuns merge(DayRuns other) {
        if (customers() == 0) {
            return other;
        }
        return other.customers() == 0 ? this : new DayRunsMerge(this, other).result();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayRuns that
                && Arrays.equals(highs, that.highs)
                && Arrays.equals(lows, that.lows)
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(days, that.days)
                && Arrays.equals(orders, that.orders)
                && Arrays.equals(amounts, that.amounts);
    }

    @Override
    public int hashCode() {
        int hash = 31 * Arrays.hashCode(highs) + Arrays.hashCode(lows);
        hash = 31 * hash + Arrays.hashCode(days);
        hash = 31 * hash + Arrays.hashCode(orders);
        return 31 * hash + Arrays.hashCode(amounts);
    }
}
