package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Locale;

/**
 * A span of time with its unit: how far to look ahead, or how long a period is. A model converts it into its own unit,
 * so days are never taken for weeks.
 *
 * @param length how many units, finite and not below 0
 * @param unit of what
 */
public record Horizon(double length, UnitOfTime unit) implements Serializable {

    /** A ratio this close to a whole number is that number: 12 months of a year, after rounding. */
    private static final double ROUNDING = 1e-9;

    public Horizon {
        Require.that(
                length >= 0 && length < Double.POSITIVE_INFINITY,
                "length",
                "is below 0 or not finite",
                "give a finite span from 0");
        Require.present("unit", unit);
    }

    /** So many days. */
    public static Horizon days(double length) {
        return new Horizon(length, UnitOfTime.DAY);
    }

    /** So many weeks. */
    public static Horizon weeks(double length) {
        return new Horizon(length, UnitOfTime.WEEK);
    }

    /** So many mean months of 30.436875 days. */
    public static Horizon months(double length) {
        return new Horizon(length, UnitOfTime.MONTH);
    }

    /** So many mean years of 365.2425 days. */
    public static Horizon years(double length) {
        return new Horizon(length, UnitOfTime.YEAR);
    }

    /** The length in another unit. */
    public double in(UnitOfTime other) {
        return unit.convert(length, Require.present("unit", other));
    }

    /** How many of the given periods this is; whole if it differs from a whole number by rounding only. */
    double dividedBy(Horizon period) {
        double ratio = length / period.in(unit);
        double whole = Math.rint(ratio);
        return Math.abs(ratio - whole) <= ROUNDING * Math.max(1, whole) ? whole : ratio;
    }

    /** The whole number of the given periods, or a refusal. */
    int wholePeriods(Horizon period) {
        double periods = dividedBy(period);
        Require.that(
                periods == Math.rint(periods) && periods <= Integer.MAX_VALUE,
                "horizon",
                "is not a whole number of the model's periods",
                "give a multiple of " + period);
        return (int) periods;
    }

    /** Such as {@code "52 weeks"}. */
    @Override
    public String toString() {
        String number = length == Math.rint(length) && length < 1e15 ? Long.toString((long) length) : "" + length;
        return number + " " + unit.name().toLowerCase(Locale.ROOT) + (length == 1 ? "" : "s");
    }
}
