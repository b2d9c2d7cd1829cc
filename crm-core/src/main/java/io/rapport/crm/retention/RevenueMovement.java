package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Locale;
import org.joda.money.CurrencyUnit;

/**
 * Where the revenue of a period comes from, and where that of the period before went; all in minor units. The base are
 * the customers with revenue in the period before; revenue of new and reactivated customers stands apart. Always
 * {@code start + expansion - contraction - churned = end}, to the unit.
 *
 * @param period the period that is looked at; "before" is {@link CalendarPeriod#previous()}
 * @param currency what the minor units are of
 * @param baseCustomers the customers with revenue in the period before
 * @param start what the base spent in the period before
 * @param expansion how much more those of the base spent who spent more
 * @param contraction how much less those of the base spent who spent less, but something
 * @param churned what those of the base had spent who spent nothing now
 * @param fresh what customers spent who never had revenue before
 * @param reactivated what customers spent who had revenue earlier, but not in the period before
 */
public record RevenueMovement(
        CalendarPeriod period,
        CurrencyUnit currency,
        long baseCustomers,
        long start,
        long expansion,
        long contraction,
        long churned,
        long fresh,
        long reactivated)
        implements Serializable {

    public RevenueMovement {
        Require.present("period", period);
        Require.present("currency", currency);
        notNegative("baseCustomers", baseCustomers);
        notNegative("start", start);
        notNegative("expansion", expansion);
        notNegative("contraction", contraction);
        notNegative("churned", churned);
        notNegative("fresh", fresh);
        notNegative("reactivated", reactivated);
        Require.that(
                contraction + churned <= start,
                "start",
                "is less than what was lost of it",
                "count contraction and churn within the start");
    }

    /**
     * Adds up the revenue of a period. The facts must reach back to before the previous period, or reactivated
     * customers pass for new ones; and the period should be over. One pass over the customers.
     */
    public static RevenueMovement of(RevenueDays revenue, CalendarPeriod period) {
        int before = Math.toIntExact(period.previous().start().toEpochDay());
        int from = Math.toIntExact(period.start().toEpochDay());
        int to = Math.toIntExact(period.end().toEpochDay());
        Sums sums = new Sums();
        revenue.forEach(days -> {
            long then = days.amountBetween(before, from);
            long now = days.amountBetween(from, to);
            if (then > 0) {
                sums.base(then, now);
            } else if (now > 0 && days.amountBetween(Integer.MIN_VALUE, before) > 0) {
                sums.reactivated = Math.addExact(sums.reactivated, now);
            } else {
                sums.fresh = Math.addExact(sums.fresh, now);
            }
        });
        return new RevenueMovement(
                period,
                revenue.currency(),
                sums.customers,
                sums.start,
                sums.expansion,
                sums.contraction,
                sums.churned,
                sums.fresh,
                sums.reactivated);
    }

    /** What the base spent in the period: {@code start + expansion - contraction - churned}. */
    public long end() {
        return start + expansion - contraction - churned;
    }

    /** All revenue of the period, that of new and reactivated customers included. */
    public long total() {
        return end() + fresh + reactivated;
    }

    /** Net revenue retention: what the base spent now over what it spent before. Can be above 1. */
    public Ratio netRevenueRetention() {
        return new Ratio(end(), start);
    }

    /** Gross revenue retention: for each customer of the base the smaller of now and before, over before. At most 1. */
    public Ratio grossRevenueRetention() {
        return new Ratio(start - contraction - churned, start);
    }

    /** The sums and both rates in English; no customer is named. */
    public String explain() {
        return String.format(
                Locale.ROOT,
                "Net revenue retention of %s is %s, gross %s: %d customers had spent %d minor units of %s in %s; "
                        + "+%d by expansion, -%d by contraction, -%d by churn make %d; "
                        + "new customers add %d, reactivated ones %d.",
                period,
                netRevenueRetention().explain(),
                grossRevenueRetention().explain(),
                baseCustomers,
                start,
                currency,
                period.previous(),
                expansion,
                contraction,
                churned,
                end(),
                fresh,
                reactivated);
    }

    private static void notNegative(String field, long value) {
        Require.that(value >= 0, field, "is below 0", "give a sum of at least 0");
    }

    /** What one pass adds up. */
    private static final class Sums {
        private long customers;
        private long start;
        private long expansion;
        private long contraction;
        private long churned;
        private long fresh;
        private long reactivated;

        void base(long then, long now) {
            customers++;
            start = Math.addExact(start, then);
            if (now == 0) {
                churned += then;
            } else if (now < then) {
                contraction += then - now;
            } else {
                expansion = Math.addExact(expansion, now - then);
            }
        }
    }
}
