package io.rapport.crm.retention;

import java.util.Arrays;

/** Merges two tables in one pass over both. */
final class DayRunsMerge {

    private final DayRuns one;
    private final DayRuns two;
    private final boolean withAmounts;

    private final long[] highs;
    private final long[] lows;
    private final int[] starts;
    private final int[] days;
    private final long[] orders;
    private final long[] amounts;
    private int customers;
    private int size;

    DayRunsMerge(DayRuns one, DayRuns two) {
        this.one = one;
        this.two = two;
        withAmounts = one.amounts.length > 0;
        int atMost = one.customers() + two.customers();
        highs = new long[atMost];
        lows = new long[atMost];
        orders = new long[atMost];
        starts = new int[atMost + 1];
        days = new int[Math.addExact(one.days.length, two.days.length)];
        amounts = new long[withAmounts ? days.length : 0];
    }

    DayRuns result() {
        int i = 0;
        int j = 0;
        while (i < one.customers() && j < two.customers()) {
            int order = CustomerKey.compare(one.highs[i], one.lows[i], two.highs[j], two.lows[j]);
            if (order < 0) {
                take(one, i++);
            } else if (order > 0) {
                take(two, j++);
            } else {
                both(i++, j++);
            }
        }
        while (i < one.customers()) {
            take(one, i++);
        }
        while (j < two.customers()) {
            take(two, j++);
        }
        return new DayRuns(
                Arrays.copyOf(highs, customers),
                Arrays.copyOf(lows, customers),
                Arrays.copyOf(starts, customers + 1),
                size == days.length ? days : Arrays.copyOf(days, size),
                Arrays.copyOf(orders, customers),
                withAmounts ? Arrays.copyOf(amounts, size) : amounts);
    }

    private void take(DayRuns from, int customer) {
        int start = from.starts[customer];
        int length = from.starts[customer + 1] - start;
        System.arraycopy(from.days, start, days, size, length);
        if (withAmounts) {
            System.arraycopy(from.amounts, start, amounts, size, length);
        }
        size += length;
        end(from, customer, from.orders[customer]);
    }

    private void both(int first, int second) {
        int i = one.starts[first];
        int iEnd = one.starts[first + 1];
        int j = two.starts[second];
        int jEnd = two.starts[second + 1];
        while (i < iEnd || j < jEnd) {
            boolean fromOne = j == jEnd || (i < iEnd && one.days[i] <= two.days[j]);
            boolean fromTwo = i == iEnd || (j < jEnd && two.days[j] <= one.days[i]);
            days[size] = fromOne ? one.days[i] : two.days[j];
            if (withAmounts) {
                amounts[size] = Day.sum(fromOne ? one.amounts[i] : 0, fromTwo ? two.amounts[j] : 0);
            }
            size++;
            i += fromOne ? 1 : 0;
            j += fromTwo ? 1 : 0;
        }
        end(one, first, one.orders[first] + two.orders[second]);
    }

    private void end(DayRuns from, int customer, long sumOfOrders) {
        highs[customers] = from.highs[customer];
        lows[customers] = from.lows[customer];
        orders[customers] = sumOfOrders;
        customers++;
        starts[customers] = size;
    }
}
