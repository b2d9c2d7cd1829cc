package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * What the future is worth less, with the period it is meant for. What comes within the n-th period counts at the end
 * of that period: it is divided by (1 + rate)^n.
 *
 * @param rate from 0 as a share, such as 0.1 for 10 %
 * @param period the period that the rate is for, and in whose steps the future is valued
 */
public record Discount(double rate, Horizon period) implements Serializable {

    public Discount {
        Require.that(
                rate >= 0 && rate < Double.POSITIVE_INFINITY,
                "rate",
                "is below 0 or not finite",
                "give a share such as 0.1");
        Require.present("period", period);
        Require.that(period.length() > 0, "period", "has no length", "give a period such as Horizon.years(1)");
    }

    /** A yearly rate, valued at the ends of years. */
    public static Discount perYear(double rate) {
        return new Discount(rate, Horizon.years(1));
    }

    /** A weekly rate, valued at the ends of weeks. */
    public static Discount perWeek(double rate) {
        return new Discount(rate, Horizon.weeks(1));
    }

    /** The rate that compounds to this one, for another period: 10 % a year are 0.797 % a month. */
    public Discount compounded(Horizon otherPeriod) {
        double share = Require.present("otherPeriod", otherPeriod).dividedBy(period);
        return new Discount(Math.expm1(Math.log1p(rate) * share), otherPeriod);
    }

    /** The equivalent continuous rate for one of the given units. */
    double continuous(UnitOfTime unit) {
        return Math.log1p(rate) / period.in(unit);
    }

    /** What 1 is worth now if it comes after so many periods. */
    double factor(double periods) {
        return Math.exp(-Math.log1p(rate) * periods);
    }
}
