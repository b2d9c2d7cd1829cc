package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One sum over another, which unlike a {@link Rate} may be above 1, and keeps both. A ratio to nothing is undefined:
 * neither 0 nor infinite.
 *
 * @param numerator at least 0
 * @param denominator at least 0
 */
public record Ratio(long numerator, long denominator) implements Serializable {

    public Ratio {
        Require.that(numerator >= 0, "numerator", "is below 0", "give a sum of at least 0");
        Require.that(denominator >= 0, "denominator", "is below 0", "give a sum of at least 0");
    }

    /** The quotient, at least 0; empty if the denominator is 0. */
    public OptionalDouble value() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }

    /** The quotient in percent with both sums, for people to read. */
    public String explain() {
        return denominator == 0
                ? "undefined: nothing to compare with"
                : String.format(
                        Locale.ROOT, "%.1f %% (%d of %d)", 100.0 * numerator / denominator, numerator, denominator);
    }
}
