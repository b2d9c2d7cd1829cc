package io.rapport.crm.retention;

import java.util.Arrays;

/** Rows as they came in: the two halves of the customer, the day and, if sums are kept, the amount. */
final class DayRows {

    private static final int FIRST_ROWS = 4;

    private final int stride;
    private long[] words = {};
    private int used;

    DayRows(boolean withAmounts) {
        stride = withAmounts ? 4 : 3;
    }

    int size() {
        return used / stride;
    }

    void add(long high, long low, int day, long amount) {
        if (used == words.length) {
            words = Arrays.copyOf(words, Math.max(FIRST_ROWS * stride, 2 * used));
        }
        words[used] = high;
        words[used + 1] = low;
        words[used + 2] = day;
        if (stride > 3) {
            words[used + 3] = amount;
        }
        used += stride;
    }

    void clear() {
        used = 0;
    }

    boolean withAmounts() {
        return stride > 3;
    }

    long high(int row) {
        return words[row * stride];
    }

    long low(int row) {
        return words[row * stride + 1];
    }

    int day(int row) {
        return (int) words[row * stride + 2];
    }

    long amount(int row) {
        return words[row * stride + 3];
    }
}
