package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A share that remembers its counts, such as favourable answers over answers. Nothing is known of a share of nothing:
 * with {@code n} = 0 every figure is empty.
 *
 * @param successes how many of the {@code n}, 0 to n
 * @param n how many in all
 */
public record Proportion(long successes, long n) implements Serializable {

    private static final double DEFAULT_CONFIDENCE = 0.95;

    public Proportion {
        Require.that(n >= 0, "n", "is below 0", "give a count");
        Require.that(
                successes >= 0 && successes <= n, "successes", "is not between 0 and n", "count successes among the n");
    }

    /** The share, 0 to 1. */
    public OptionalDouble value() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(share());
    }

    /** The 95 % Wilson score interval. */
    public Optional<Interval> interval() {
        return interval(DEFAULT_CONFIDENCE);
    }

    /**
     * The Wilson score interval (E. B. Wilson 1927), inside {@code [0, 1]} also after rounding.
     *
     * @param confidence a share above 0 and below 1
     */
    public Optional<Interval> interval(double confidence) {
        double z = Normal.halfWidth(confidence);
        if (n == 0) {
            return Optional.empty();
        }
        double p = share();
        double spread = z * z / n;
        double centre = (p + spread / 2) / (1 + spread);
        double reach = z * Math.sqrt(p * (1 - p) / n + spread / (4.0 * n)) / (1 + spread);
        // At the ends the bound is exactly 0 or 1; the subtraction would leave a rounding error.
        double lower = successes == 0 ? 0 : Math.max(0, centre - reach);
        double upper = successes == n ? 1 : Math.min(1, centre + reach);
        return Optional.of(new Interval(lower, upper, confidence, IntervalMethod.WILSON));
    }

    /** {@link #comparedWith(Proportion, double)} at 95 %. */
    public Optional<Change> comparedWith(Proportion earlier) {
        return comparedWith(earlier, DEFAULT_CONFIDENCE);
    }

    /**
     * This share minus an earlier one from other answers, with the Agresti-Caffo interval, clipped to {@code [-1, 1]},
     * and its z test.
     *
     * @param confidence a share above 0 and below 1
     * @return empty when either side is a share of nothing
     */
    public Optional<Change> comparedWith(Proportion earlier, double confidence) {
        Estimate adjusted = adjusted().minus(earlier.adjusted());
        if (n == 0 || earlier.n == 0) {
            return Optional.empty();
        }
        double raw = share() - earlier.share();
        return Optional.of(Change.of(raw, adjusted, 1, confidence, IntervalMethod.AGRESTI_CAFFO, ScoreUnit.SHARE));
    }

    /**
     * The textbook two-proportion z test of this share minus the other: raw counts, standard error from the pooled
     * share, no continuity correction.
     *
     * @return empty when either side is a share of nothing, or when both are all failures or all successes, which
     *     leaves the standard error 0
     */
    public Optional<ZTest> pooledZTest(Proportion other) {
        double pooled = ((double) successes + other.successes) / ((double) n + other.n);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / n + 1.0 / other.n));
        if (n == 0 || other.n == 0 || error == 0) {
            return Optional.empty();
        }
        return Optional.of(ZTest.of((share() - other.share()) / error));
    }

    private double share() {
        return (double) successes / n;
    }

    private Estimate adjusted() {
        double answers = n + 2.0;
        double p = (successes + 1.0) / answers;
        return new Estimate(p, Math.sqrt(p * (1 - p) / answers));
    }
}
