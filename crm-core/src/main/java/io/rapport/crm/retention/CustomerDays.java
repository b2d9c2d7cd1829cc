package io.rapport.crm.retention;

import java.util.Arrays;
import java.util.UUID;

/**
 * One customer's distinct days in order, the number of orders, and what was spent on each day, as a pass over all
 * customers shows them. The same object shows one customer after another, so read it during the call and do not keep
 * it. Days are counted from 1970-01-01, as {@link java.time.LocalDate#toEpochDay()} does.
 */
public final class CustomerDays {

    /** Up to so many days are looked through faster than searched by halves. */
    private static final int LINEAR = 16;

    private DayRuns runs = DayRuns.NONE;
    private int position;
    private int from;
    private int to;

    CustomerDays() {}

    CustomerDays at(DayRuns table, int customer) {
        runs = table;
        position = customer;
        from = table.starts[customer];
        to = table.starts[customer + 1];
        return this;
    }

    /** Whose days they are. Makes an object. */
    public UUID customer() {
        return CustomerKey.id(runs.highs[position], runs.lows[position]);
    }

    /** The upper half of {@link #customer()}, without making an object. */
    public long mostSignificantBits() {
        return runs.highs[position];
    }

    /** The lower half of {@link #customer()}, without making an object; a customer's number, if known by one. */
    public long leastSignificantBits() {
        return runs.lows[position];
    }

    /** The number of distinct days, at least 1. */
    public int size() {
        return to - from;
    }

    /** The number of orders, several on one day included. */
    public long orders() {
        return runs.orders[position];
    }

    /**
     * A day.
     *
     * @param index 0 for the first day to {@code size() - 1} for the last
     */
    public int day(int index) {
        return runs.days[from + index];
    }

    boolean hasAmounts() {
        return runs.amounts.length > 0;
    }

    /** The first day. */
    public int first() {
        return runs.days[from];
    }

    /** The last day. */
    public int last() {
        return runs.days[to - 1];
    }

    /** The sum of a day in minor units; 0 where no sums are kept. */
    public long amountMinor(int index) {
        return runs.amounts.length == 0 ? 0 : runs.amounts[from + index];
    }

    /** The sum of all days in minor units; 0 where no sums are kept. */
    public long amountMinor() {
        long sum = 0;
        for (int i = from; i < to && runs.amounts.length > 0; i++) {
            sum = Math.addExact(sum, runs.amounts[i]);
        }
        return sum;
    }

    /** Whether there is a day from {@code start} to before {@code end}. */
    public boolean anyBetween(int start, int end) {
        int at = daysBefore(start);
        return at < size() && day(at) < end;
    }

    /** The sum of the days from {@code start} to before {@code end} in minor units. */
    public long amountBetween(int start, int end) {
        long sum = 0;
        for (int i = daysBefore(start); i < size() && day(i) < end; i++) {
            sum = Math.addExact(sum, amountMinor(i));
        }
        return sum;
    }

    /** How many days lie before the given one. */
    public int daysBefore(int day) {
        if (to - from <= LINEAR) {
            int at = from;
            while (at < to && runs.days[at] < day) {
                at++;
            }
            return at - from;
        }
        int at = Arrays.binarySearch(runs.days, from, to, day);
        return (at < 0 ? -at - 1 : at) - from;
    }

    /** Numbers only; ids of customers stay out of logs. */
    @Override
    public String toString() {
        return "CustomerDays[days=" + size() + "]";
    }
}
