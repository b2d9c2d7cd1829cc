package io.rapport.crm.retention.value;

/**
 * The sum over i = 0, 1, .. of S(n+1+i) / S(n) times exp(-rate i) for the {@link BetaDiscreteWeibull}, which has no closed
 * form: the first terms one by one, the rest by the Euler-Maclaurin formula (Abramowitz and Stegun 23.1.30) with its
 * integral over the logarithm of t. Where t^c is so large that S(t) is a power of t, the integral is known.
 */
final class WeibullResidual {

    private static final int TERMS = 1_000;
    private static final double NEGLIGIBLE = 1e-19;
    /** Beyond this many times its parameters, a ratio of gamma functions is a power to all digits. */
    private static final double POWER_FROM = 1e17;
    /** The discount alone leaves exp(-45) = 3e-20. */
    private static final double DISCOUNTED_AWAY = 45;

    /** Numbers end at exp(709). */
    private static final double FARTHEST = 700;

    private final double gamma;
    private final double delta;
    private final double c;
    private final double first;
    private final double low;
    private final double rate;

    /** A continuous rate for each period; without one, c gamma must be above 1. */
    WeibullResidual(BetaDiscreteWeibull model, int renewals, double rate) {
        gamma = model.gamma();
        delta = model.delta();
        c = model.c();
        first = renewals + 1.0;
        low = Math.pow(renewals, c);
        this.rate = rate;
    }

    double sum() {
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            double term = Math.exp(logTerm(Math.log(first + i)));
            sum += term;
            if (term < NEGLIGIBLE * sum || sum == 0) {
                return sum;
            }
        }
        double from = Math.log(first + TERMS);
        return sum + Math.exp(logTerm(from)) * (0.5 - slope(from) / 12) + integral(from);
    }

    private double integral(double from) {
        double power = Math.log(POWER_FROM * (1 + gamma) * (1 + gamma + delta)) / c;
        double discounted = Math.log(Math.exp(from) + DISCOUNTED_AWAY / rate);
        double to = rate > 0 ? discounted : Math.max(from, power);
        double near = Quadrature.integral(u -> Math.exp(u + logTerm(u)), from, to);
        return rate > 0 ? near : near + Math.exp(to + logTerm(to)) / (c * gamma - 1);
    }

    /** Of the term at t = exp(u). */
    private double logTerm(double u) {
        double later = rate > 0 ? rate * (Math.exp(u) - first) : 0;
        return BetaWeibullLikelihood.logRatio(gamma, delta, low, power(u)) - later;
    }

    private double power(double u) {
        return Math.exp(Math.min(FARTHEST, c * u));
    }

    /** The derivative by t of the term's logarithm. */
    private double slope(double u) {
        double power = power(u);
        return -rate - c * power / Math.exp(u) * Digamma.difference(delta + power, gamma);
    }
}
