package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Where the customers of a period come from, and where those of the period before went. Always
 * {@code end = retained + new + reactivated} and {@code start = retained + lost}: a customer who comes back after
 * missing the period before was not retained. (The usual shortcut (end - new) / start takes the reactivated for
 * retained and so overstates retention.)
 *
 * @param period the period that is looked at; "before" is {@link CalendarPeriod#previous()}
 * @param retained active in the period and in the one before
 * @param newCustomers active in the period and never before it
 * @param reactivated active in the period, not in the one before, but earlier
 * @param lost active in the period before, not in this one
 */
public record LifeCycle(CalendarPeriod period, long retained, long newCustomers, long reactivated, long lost)
        implements Serializable {

    public LifeCycle {
        Require.present("period", period);
        Require.that(
                Math.min(Math.min(retained, newCustomers), Math.min(reactivated, lost)) >= 0,
                "lifeCycle",
                "holds a number below 0",
                "give counts");
    }

    /**
     * Counts the customers of a period. The activity must reach back to before the previous period, or returning
     * customers pass for new ones; and the period should be over, or customers count as lost who may still come. One
     * pass over the customers.
     */
    public static LifeCycle of(ActivityDays activity, CalendarPeriod period) {
        int before = epochDay(period.previous().start());
        int start = epochDay(period.start());
        int end = epochDay(period.end());
        long[] counts = new long[4];
        activity.forEach(days -> {
            boolean then = days.anyBetween(before, start);
            boolean now = days.anyBetween(start, end);
            if (then) {
                counts[now ? 0 : 3]++;
            } else if (now) {
                counts[days.first() < start ? 2 : 1]++;
            }
        });
        return new LifeCycle(period, counts[0], counts[1], counts[2], counts[3]);
    }

    /** The customers active in the period before. */
    public long start() {
        return retained + lost;
    }

    /** The customers active in the period. */
    public long end() {
        return retained + newCustomers + reactivated;
    }

    /** Period retention: those of the period before who were active again, over all of the period before. */
    public Rate retention() {
        return new Rate(retained, start());
    }

    /** Churn: 1 - retention, over the same denominator. */
    public Rate churn() {
        return retention().complement();
    }

    /** The four counts and the retention in English. */
    public String explain() {
        return "Retention of " + period + " is " + retention().explain() + ": " + period.previous() + " had " + start()
                + " customers, of whom " + retained + " came back and " + lost + " did not; " + newCustomers
                + " new and " + reactivated + " reactivated customers make " + end() + ".";
    }

    private static int epochDay(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
