package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Churn of customers without a contract: who has been away for more than so many days counts as gone. Exactly that many
 * days is still active.
 *
 * @param asOf the day that is looked from
 * @param days after how many days without activity a customer counts as churned
 * @param churned the customers whose last activity lies more than {@code days} days back
 * @param active all others who were ever active by then
 */
public record InactivityChurn(LocalDate asOf, int days, long churned, long active) implements Serializable {

    public InactivityChurn {
        Require.present("asOf", asOf);
        Require.that(days >= 0, "days", "is below 0", "give a number of days");
        Require.that(Math.min(churned, active) >= 0, "inactivityChurn", "holds a number below 0", "give counts");
    }

    /**
     * Counts the customers as of a day. Activity after it is ignored, and so are customers who had not been active by
     * then. One pass over the customers.
     */
    public static InactivityChurn of(ActivityDays activity, LocalDate asOf, int days) {
        int at = Day.of("asOf", asOf);
        Require.that(days >= 0, "days", "is below 0", "give a number of days");
        long[] counts = new long[2];
        activity.forEach(customer -> {
            int until = customer.daysBefore(at + 1);
            if (until > 0) {
                counts[isChurned(customer.day(until - 1), at, days) ? 0 : 1]++;
            }
        });
        return new InactivityChurn(asOf, days, counts[0], counts[1]);
    }

    /** Whether a customer last active on one day has churned on another: more than {@code days} days lie between. */
    public static boolean isChurned(LocalDate lastActive, LocalDate asOf, int days) {
        int last = Day.of("lastActive", lastActive);
        int at = Day.of("asOf", asOf);
        Require.that(last <= at, "lastActive", "lies after asOf", "leave out what happened later");
        return isChurned(last, at, days);
    }

    private static boolean isChurned(int lastActive, int asOf, int days) {
        return asOf - lastActive > days;
    }

    /** The churned over all who were ever active by then. */
    public Rate churn() {
        return new Rate(churned, churned + active);
    }

    /** Everybody else, over the same denominator. */
    public Rate retention() {
        return churn().complement();
    }

    /** The counts in English. */
    public String explain() {
        return String.format(
                Locale.ROOT,
                "On %s, %s of all customers had been away for more than %d days.",
                asOf,
                churn().explain(),
                days);
    }
}
