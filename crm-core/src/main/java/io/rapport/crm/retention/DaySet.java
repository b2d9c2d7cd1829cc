package io.rapport.crm.retention;

import java.io.Serializable;
import java.util.Arrays;

/** One customer's distinct days in order, and the number of orders on them. */
final class DaySet implements Serializable {

    private static final long serialVersionUID = 1L;

    private int[] days;
    private int size;
    private long orders;

    DaySet() {
        days = new int[1];
    }

    private DaySet(DaySet other) {
        days = Arrays.copyOf(other.days, other.size);
        size = other.size;
        orders = other.orders;
    }

    DaySet copy() {
        return new DaySet(this);
    }

    void addOrder(int day) {
        orders++;
        int at = size == 0 || days[size - 1] < day ? size : lowerBound(day);
        if (at < size && days[at] == day) {
            return;
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, size + (size >> 1) + 1);
        }
        System.arraycopy(days, at, days, at + 1, size - at);
        days[at] = day;
        size++;
    }

    void merge(DaySet other) {
        int[] union = new int[size + other.size];
        int i = 0;
        int j = 0;
        int n = 0;
        while (i < size || j < other.size) {
            boolean mine = j == other.size || (i < size && days[i] <= other.days[j]);
            int day = mine ? days[i++] : other.days[j++];
            if (n == 0 || union[n - 1] != day) {
                union[n++] = day;
            }
        }
        days = n == union.length ? union : Arrays.copyOf(union, n);
        size = n;
        orders += other.orders;
    }

    int size() {
        return size;
    }

    long orders() {
        return orders;
    }

    int day(int index) {
        return days[index];
    }

    int first() {
        return days[0];
    }

    /** Whether there is a day from {@code from} to before {@code to}. */
    boolean anyBetween(int from, int to) {
        int at = lowerBound(from);
        return at < size && days[at] < to;
    }

    /** How many days lie before the given one. */
    int lowerBound(int day) {
        int at = Arrays.binarySearch(days, 0, size, day);
        return at < 0 ? -at - 1 : at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DaySet that
                && orders == that.orders
                && Arrays.equals(days, 0, size, that.days, 0, that.size);
    }

    @Override
    public int hashCode() {
        int hash = Long.hashCode(orders);
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + days[i];
        }
        return hash;
    }
}
