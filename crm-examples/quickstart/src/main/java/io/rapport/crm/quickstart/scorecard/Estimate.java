package io.rapport.crm.quickstart.scorecard;

/**
 * A figure estimated from a sample, with its 95 % confidence interval.
 *
 * @param value from {@code low} to {@code high}
 * @param n how many answers it rests on
 */
public record Estimate(double value, double low, double high, long n) {

    /** Below this number of answers a figure is marked as resting on few. */
    public static final long FEW = 30;

    public Estimate {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("the interval " + low + " to " + high + " does not hold " + value);
        }
    }

    public boolean restsOnFew() {
        return n < FEW;
    }
}
