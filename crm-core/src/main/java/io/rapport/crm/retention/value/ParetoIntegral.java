package io.rapport.crm.retention.value;

import java.util.function.DoubleUnaryOperator;

/**
 * The Pareto/NBD likelihood as it is derived: alive at T, or gone at some time t between the last purchase and T, which is
 * integrated over. For parameters so far apart that the hypergeometric functions converge slowly; without the factor
 * (r)_x alpha^r beta^s:
 *
 * <pre>{@code (alpha+T)^-(r+x) (beta+T)^-s + integral of s (alpha+t)^-(r+x) (beta+t)^-(s+1) dt }</pre>
 */
final class ParetoIntegral {

    private static final int SAMPLES = 64;

    private final double n;
    private final double alpha;
    private final double s;
    private final double beta;
    private final double age;
    private final double from;
    private final double to;

    /** With n = r + x. */
    ParetoIntegral(double n, double alpha, double s, double beta, double recency, double age) {
        this.n = n;
        this.alpha = alpha;
        this.s = s;
        this.beta = beta;
        this.age = age;
        from = Math.log(alpha + recency);
        to = Math.log(alpha + age);
    }

    /** The logarithm of the sum, and its derivatives by r, alpha, s, beta. */
    double[] logAndGradient() {
        double top = 0;
        for (int i = 0; i <= SAMPLES; i++) {
            top = Math.max(top, logDensity(from + (to - from) * i / SAMPLES));
        }
        double peak = top;
        double alive = Math.exp(-peak);
        double gone = mean(peak, u -> 1);
        double share = gone / (alive + gone);
        double all = alive + gone;
        double logAlpha = Math.log(alpha + age);
        double logBeta = Math.log(beta + age);
        double byAlpha = alive / (alpha + age) + mean(peak, u -> Math.exp(-u));
        double byBeta = alive * s / (beta + age) + mean(peak, u -> (s + 1) / beyond(u));
        return new double[] {
            -n * logAlpha - s * logBeta + peak + Math.log(all),
            -logAlpha + mean(peak, u -> logAlpha - u) / all,
            -n * byAlpha / all,
            share / s - logBeta + mean(peak, u -> logBeta - Math.log(beyond(u))) / all,
            -byBeta / all
        };
    }

    /** beta + t, where u = log(alpha + t). */
    private double beyond(double u) {
        return beta + Math.exp(u) - alpha;
    }

    /** To the second term's integrand over u, as a multiple of the first term. */
    private double logDensity(double u) {
        double logBeyond = Math.log(beyond(u));
        return n * (to - u) + s * (Math.log(beta + age) - logBeyond) + Math.log(s) + u - logBeyond;
    }

    private double mean(double peak, DoubleUnaryOperator of) {
        return Quadrature.integral(u -> Math.exp(logDensity(u) - peak) * of.applyAsDouble(u), from, to);
    }
}
