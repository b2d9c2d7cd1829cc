package io.rapport.crm.retention.value;

import io.rapport.crm.retention.internal.LogGamma;

/**
 * The rising factorial (a)_n = a (a+1) .. (a+n-1) = gamma(a+n) / gamma(a): its logarithm and that one's derivative by a.
 * Short products are multiplied out, which keeps all digits where a difference of two gammas would lose them.
 */
final class RisingFactorial {

    private static final int MULTIPLIED_OUT = 24;
    /** Beyond it a product of so many factors might overflow. */
    private static final double LARGE = 1e12;

    private RisingFactorial() {}

    static double log(double a, int n) {
        if (n > MULTIPLIED_OUT || a > LARGE) {
            return LogGamma.of(a + n) - LogGamma.of(a);
        }
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= a + i;
        }
        return Math.log(product);
    }

    static double derivative(double a, int n) {
        if (n > MULTIPLIED_OUT) {
            return Digamma.of(a + n) - Digamma.of(a);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 1 / (a + i);
        }
        return sum;
    }
}
