package io.rapport.crm.retention.value;

import io.rapport.crm.retention.internal.LogGamma;

/**
 * How many purchases a customer would make who never leaves: Poisson with a gamma-distributed rate.
 *
 * @param shape of the gamma distribution
 * @param rate of the gamma distribution, in units of time
 * @param time the span looked at, in the same unit
 */
record NegativeBinomial(double shape, double rate, double time) {

    private static final double RESCALE_AT = 1e200;
    private static final double NEGLIGIBLE = 1e-17;
    /** With more terms than that integrating is quicker. */
    private static final double MANY_TERMS = 20_000;
    /** exp(-40) is below the rounding of 1. */
    private static final double VANISHING = 40;

    private double y() {
        return time / (rate + time);
    }

    private double logNone() {
        return -shape * Math.log1p(time / rate);
    }

    private boolean isLong() {
        return (shape + VANISHING) * (1 + time / rate) > MANY_TERMS;
    }

    double logProbability(int n) {
        if (n == 0) {
            return logNone();
        }
        if (time == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return RisingFactorial.log(shape, n) - RisingFactorial.log(1, n) + logNone() + n * Math.log(y());
    }

    /** The probability of at least n purchases. */
    double atLeast(int n) {
        if (n == 0) {
            return 1;
        }
        boolean above = n > shape * time / rate;
        double sum = above ? upwards(n) : downwards(n - 1);
        return above ? sum : 1 - sum;
    }

    private double upwards(int from) {
        double term = Math.exp(logProbability(from));
        double sum = term;
        for (int n = from; term > NEGLIGIBLE * sum; n++) {
            term *= (shape + n) / (n + 1) * y();
            sum += term;
        }
        return sum;
    }

    private double downwards(int from) {
        double term = Math.exp(logProbability(from));
        double sum = term;
        for (int n = from; n > 0 && term > NEGLIGIBLE * sum; n--) {
            term *= n / ((shape + n - 1) * y());
            sum += term;
        }
        return sum;
    }

    /** The expected purchases if each is the last one with probability p, p beta-distributed: E[(1 - g(p)) / p]. */
    double expectedUntilLast(double a, double b) {
        return isLong() ? overDropout(a, b, true) : series(a, b, true);
    }

    /** The probability that none of the purchases is the last one. */
    double survival(double a, double b) {
        return isLong() ? overDropout(a, b, false) : series(a, b, false);
    }

    /**
     * Sum over n of P(n) times what n purchases are good for: sum over j &lt; n of (b)_j / (a+b)_j, or (b)_n / (a+b)_n.
     * This is the Euler-transformed 2F1 series summed before its pole at a = 1 is divided by; all terms are positive.
     */
    double series(double a, double b, boolean counting) {
        double y = y();
        double logScale = logNone();
        double probability = 1;
        double all = 1;
        double alive = 1;
        double counted = 0;
        double sum = counting ? 0 : 1;
        for (int n = 0; ; n++) {
            double ratio = (shape + n) / (n + 1) * y;
            probability *= ratio;
            counted += alive;
            alive *= (b + n) / (a + b + n);
            double term = probability * (counting ? counted : alive);
            sum += term;
            all += probability;
            if (ratio < 1 && probability * (counting ? counted + n : 1) <= NEGLIGIBLE * sum * (1 - ratio)) {
                break;
            }
            if (all > RESCALE_AT) {
                probability /= RESCALE_AT;
                sum /= RESCALE_AT;
                all /= RESCALE_AT;
                logScale += Math.log(RESCALE_AT);
            }
        }
        return sum == 0 ? 0 : Math.exp(logScale + Math.log(sum));
    }

    /**
     * The same as integrals over p, with p = 1 / (1 + exp(-v)). Where p or 1 - p is too small to be told from 0, what is
     * integrated is a constant times the density, and its integral is known.
     */
    double overDropout(double a, double b, boolean counting) {
        double pace = time / rate;
        double logBeta = LogGamma.of(a) + LogGamma.of(b) - LogGamma.of(a + b);
        double from = -VANISHING - Math.max(0, Math.log(Math.max(1, shape) * pace));
        double atNone = counting ? shape * pace : 1;
        double atAll = counting ? -Math.expm1(logNone()) : Math.exp(logNone());
        double between = Quadrature.integral(
                v -> {
                    double logP = -Math.log1p(Math.exp(-v));
                    double logDensity = a * logP - b * Math.log1p(Math.exp(v)) - logBeta;
                    double logNone = -shape * Math.log1p(Math.exp(logP) * pace);
                    return counting
                            ? -Math.expm1(logNone) * Math.exp(logDensity - logP)
                            : Math.exp(logDensity + logNone);
                },
                from,
                VANISHING);
        return between
                + atNone * Math.exp(a * from - logBeta - Math.log(a))
                + atAll * Math.exp(-b * VANISHING - logBeta - Math.log(b));
    }
}
