package io.rapport.crm.retention.internal;

/**
 * The logarithm of the gamma function for positive arguments, to some units in the last place of the larger of 10 and the
 * result: recurrence up to 15, then Stirling's series (Abramowitz and Stegun 6.1.41).
 */
public final class LogGamma {

    private static final double ASYMPTOTIC_FROM = 15;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    /** B(2k) / (2k (2k-1)) for k = 1 to 8. */
    private static final double[] SERIES = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    private LogGamma() {}

    /** The logarithm of the gamma function of z, above 0. */
    public static double of(double z) {
        double shifted = z;
        double product = 1;
        while (shifted < ASYMPTOTIC_FROM) {
            product *= shifted;
            shifted++;
        }
        return (shifted - 0.5) * Math.log(shifted)
                - shifted
                + HALF_LOG_TWO_PI
                + correction(shifted)
                - Math.log(product);
    }

    /** log-gamma(z + h) - log-gamma(z), which keeps its digits where both are large, for h &gt; 0. */
    public static double difference(double z, double h) {
        double shifted = z;
        double sum = 0;
        while (shifted < ASYMPTOTIC_FROM) {
            sum -= Math.log1p(h / shifted);
            shifted++;
        }
        return sum
                + (shifted - 0.5) * Math.log1p(h / shifted)
                + h * (Math.log(shifted + h) - 1)
                + (correction(shifted + h) - correction(shifted));
    }

    private static double correction(double z) {
        double inverse = 1 / (z * z);
        double series = 0;
        for (int k = SERIES.length - 1; k >= 0; k--) {
            series = series * inverse + SERIES[k];
        }
        return series / z;
    }
}
