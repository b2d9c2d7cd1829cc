package io.rapport.crm.retention.value;

/**
 * The derivative of log-gamma for positive arguments, to about 1e-15: recurrence up to 10, then the asymptotic series
 * (Abramowitz and Stegun 6.3.5 and 6.3.18).
 */
final class Digamma {

    private static final double ASYMPTOTIC_FROM = 10;
    /** B(2k) / 2k for k = 1 to 8. */
    private static final double[] SERIES = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160
    };

    private Digamma() {}

    static double of(double z) {
        double shifted = z;
        double sum = 0;
        while (shifted < ASYMPTOTIC_FROM) {
            sum -= 1 / shifted;
            shifted++;
        }
        return sum + Math.log(shifted) - 0.5 / shifted - correction(shifted);
    }

    /** digamma(z + h) - digamma(z), which keeps its digits where both are alike, for h &gt; 0. */
    static double difference(double z, double h) {
        double shifted = z;
        double sum = 0;
        while (shifted < ASYMPTOTIC_FROM) {
            sum += h / (shifted * (shifted + h));
            shifted++;
        }
        return sum
                + Math.log1p(h / shifted)
                + 0.5 * h / (shifted * (shifted + h))
                - (correction(shifted + h) - correction(shifted));
    }

    private static double correction(double z) {
        double inverse = 1 / (z * z);
        double series = 0;
        for (int k = SERIES.length - 1; k >= 0; k--) {
            series = (series + SERIES[k]) * inverse;
        }
        return series;
    }
}
