package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A share of customers that keeps its counts. A share of nobody is undefined: neither 0 nor 1.
 *
 * @param numerator how many of the {@code denominator}, 0 to denominator
 * @param denominator how many in all
 */
public record Rate(long numerator, long denominator) implements Serializable {

    public Rate {
        Require.that(denominator >= 0, "denominator", "is below 0", "give a count");
        Require.that(
                numerator >= 0 && numerator <= denominator,
                "numerator",
                "is not between 0 and the denominator",
                "count the numerator among the denominator");
    }

    /** The share, 0 to 1; empty if the denominator is 0. */
    public OptionalDouble value() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }

    /** Everybody else, over the same denominator. */
    public Rate complement() {
        return new Rate(denominator - numerator, denominator);
    }

    /** The share in percent with its counts, for people to read. */
    public String explain() {
        return denominator == 0
                ? "undefined: nobody to take a share of"
                : String.format(
                        Locale.ROOT, "%.1f %% (%d of %d)", 100.0 * numerator / denominator, numerator, denominator);
    }
}
