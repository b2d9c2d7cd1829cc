package io.rapport.crm.retention.value;

/**
 * Integrals over (0, 1) that share nothing with the code under test: the double exponential rule of Takahasi and Mori
 * (1974), which takes the singular ends of beta densities.
 */
final class Integral {

    private static final double STEP = 1.0 / 32;
    private static final double REACH = 4.2;

    private Integral() {}

    /** A function of p and of 1 - p, which near 1 has more digits than p. */
    interface Share {
        double at(double p, double rest);
    }

    static double of(Share function) {
        double sum = 0;
        for (int k = (int) (-REACH / STEP); k <= REACH / STEP; k++) {
            double t = k * STEP;
            double w = Math.PI * Math.sinh(t);
            double p = 1 / (1 + Math.exp(-w));
            double rest = 1 / (1 + Math.exp(w));
            sum += STEP * Math.PI * Math.cosh(t) * p * rest * function.at(p, rest);
        }
        return sum;
    }

    /** The mean of a function of a beta-distributed share. */
    static double mean(double a, double b, Share function) {
        Share weight = (p, rest) -> Math.pow(p, a - 1) * Math.pow(rest, b - 1);
        return of((p, rest) -> weight.at(p, rest) * function.at(p, rest)) / of(weight);
    }
}
