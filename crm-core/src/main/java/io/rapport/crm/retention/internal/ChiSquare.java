package io.rapport.crm.retention.internal;

/**
 * The upper tails of the chi-square and the normal distribution, to about 14 significant digits. The chi-square tail
 * with k degrees of freedom is the regularised incomplete gamma function Q(k/2, x/2): a power series below its mean, a
 * continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31, the latter in Lentz's form). The normal tail is
 * that of chi-square with one degree.
 */
public final class ChiSquare {

    private static final double PRECISION = 1e-16;
    private static final double TINY = 1e-300;
    private static final int TERMS = 10_000;

    private ChiSquare() {}

    /**
     * The probability of at least x.
     *
     * @param x at least 0
     * @param degrees at least 1
     */
    public static double upperTail(double x, int degrees) {
        if (x <= 0) {
            return 1;
        }
        double a = degrees / 2.0;
        double half = x / 2;
        double front = Math.exp(a * Math.log(half) - half - LogGamma.of(a));
        return half < a + 1 ? 1 - front * series(a, half) : front * fraction(a, half);
    }

    /**
     * How many standard errors an interval reaches to each side, 1.96 for a confidence of 0.95. Newton's method on the
     * tail, from formula 26.2.23 of Abramowitz and Stegun.
     *
     * @param confidence above 0 and below 1
     */
    public static double normalHalfWidth(double confidence) {
        double tail = 1 - confidence;
        double t = Math.sqrt(-2 * Math.log(tail / 2));
        double z =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        for (int i = 0; i < 8; i++) {
            double density = 2 * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            z += (upperTail(z * z, 1) - tail) / density;
        }
        return z;
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < TERMS && term > sum * PRECISION; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int n = 1; n < TERMS; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / nonZero(numerator * d + b);
            c = nonZero(b + numerator / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
