package io.rapport.crm.retention;

import java.util.Arrays;

/** Rows as they came in: the two halves of the customer, the day and, if sums are kept, the amount. */
final class DayRows {

    private static final int FIRST_ROWS = 4;
    private static final long[] NO_LONGS = {};

    private final boolean withAmounts;
    /** Empty as long as all are 0, as they are of customers who are known by a number. */
    private long[] highs = NO_LONGS;

    private long[] lows = NO_LONGS;
    private int[] days = {};
    private long[] amounts = NO_LONGS;
    private int size;

    DayRows(boolean withAmounts) {
        this.withAmounts = withAmounts;
    }

    int size() {
        return size;
    }

    void add(long high, long low, int day, long amount) {
        if (size == lows.length) {
            grow();
        }
        if (high != 0 && highs.length == 0) {
            highs = new long[lows.length];
        }
        if (highs.length > 0) {
            highs[size] = high;
        }
        lows[size] = low;
        days[size] = day;
        if (withAmounts) {
            amounts[size] = amount;
        }
        size++;
    }

    private void grow() {
        int capacity = Math.max(FIRST_ROWS, 2 * size);
        lows = Arrays.copyOf(lows, capacity);
        days = Arrays.copyOf(days, capacity);
        highs = highs.length == 0 ? highs : Arrays.copyOf(highs, capacity);
        amounts = withAmounts ? Arrays.copyOf(amounts, capacity) : amounts;
    }

    boolean withAmounts() {
        return withAmounts;
    }

    long high(int row) {
        return highs.length == 0 ? 0 : highs[row];
    }

    long low(int row) {
        return lows[row];
    }

    int day(int row) {
        return days[row];
    }

    long amount(int row) {
        return amounts[row];
    }
}
