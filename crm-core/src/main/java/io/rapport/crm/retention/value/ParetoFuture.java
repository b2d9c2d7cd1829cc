package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;

/** What a customer does who is alive now: purchases at a gamma(r, alpha) rate, leaving at a gamma(s, beta) rate. */
record ParetoFuture(double r, double alpha, double s, double beta) {

    /** Below it exp(-x) adds nothing. */
    private static final double NEGLIGIBLE = 45;

    /** r/alpha times the expected time until leaving, at most {@code time}; no pole at s = 1. */
    double purchases(double time) {
        double log = Math.log1p(time / beta);
        double power = (s - 1) * log;
        double lived = Math.abs(power) < 1e-300 ? log : -Math.expm1(-power) / power * log;
        return r * beta / alpha * lived;
    }

    /**
     * Either alive to the end with n purchases, or gone at some time before with n purchases until then; the latter is
     * integrated over y = log(1 + time / beta), which is positive everywhere, where the published sum cancels.
     */
    double probability(double time, int n) {
        Require.that(n >= 0, "n", "is below 0", "give a number of purchases");
        double end = Math.log1p(time / beta);
        double alive = Math.exp(new NegativeBinomial(r, alpha, time).logProbability(n) - s * end);
        double constant = RisingFactorial.log(r, n) - RisingFactorial.log(1, n);
        double gone = Quadrature.integral(
                y -> {
                    double until = beta * Math.expm1(y);
                    double none = -r * Math.log1p(until / alpha);
                    double some = n == 0 ? 0 : n * Math.log(until / (alpha + until));
                    return s * Math.exp(constant + none + some - s * y);
                },
                0,
                end);
        return alive + gone;
    }

    /** r/alpha times the integral over t of exp(-rate t) (1 + t/beta)^-s, with y as above. */
    double discounted(double rate) {
        double w = rate * beta;
        double end = Math.log1p(NEGLIGIBLE / w);
        double time = Quadrature.integral(y -> Math.exp((1 - s) * y - w * Math.expm1(y)), 0, end);
        return r * beta / alpha * time;
    }
}
