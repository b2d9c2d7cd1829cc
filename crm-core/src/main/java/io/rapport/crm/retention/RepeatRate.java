package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.util.function.Predicate;

/** How many customers come back at all. Each figure takes one pass over the customers. */
public final class RepeatRate {

    private RepeatRate() {}

    /** The repeat rate: customers active on at least two distinct days, over all customers. */
    public static Rate byDays(ActivityDays activity) {
        return share(activity, days -> days.size() >= 2);
    }

    /**
     * The repeat rate by orders: customers with at least two orders, be they of one day, over all customers. Never
     * below {@link #byDays}: an order split into two counts as a repeat here.
     */
    public static Rate byOrders(ActivityDays activity) {
        return share(activity, days -> days.orders() >= 2);
    }

    /**
     * The repeat rate within n days: customers whose second distinct day is at most {@code days} after the first, over
     * the customers who were observed that long. A customer whose n-th day after the first lies beyond the end of the
     * data is left out of both counts, for nobody knows yet.
     *
     * @param days the n, at least 1
     */
    public static Rate within(int days, ActivityDays activity, DataEnd dataEnd) {
        Require.positive("days", days);
        long end = dataEnd.epochDay();
        long[] counts = new long[2];
        activity.forEach(customer -> {
            long deadline = (long) customer.first() + days;
            if (deadline < end) {
                counts[1]++;
                counts[0] += customer.size() > 1 && customer.day(1) <= deadline ? 1 : 0;
            }
        });
        return new Rate(counts[0], counts[1]);
    }

    private static Rate share(ActivityDays activity, Predicate<CustomerDays> repeats) {
        long[] repeated = new long[1];
        activity.forEach(customer -> repeated[0] += repeats.test(customer) ? 1 : 0);
        return new Rate(repeated[0], activity.customers());
    }
}
