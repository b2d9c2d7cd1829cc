package io.rapport.crm.retention.value;

/**
 * Gauss's hypergeometric function 2F1(1, b; c; z) for 0 &lt; b &lt; c and 0 &lt;= z &lt; 1, with its derivatives, from
 * Gauss's continued fraction (Abramowitz and Stegun 15.7 relates the functions; DLMF 15.7.5 gives the fraction). All its
 * coefficients are positive and it converges the faster the further z is from 1. One instance holds one result.
 */
final class Hypergeometric {

    /** Enough digits: exp(-40) is 4e-18. */
    private static final double DIGITS = 40;

    private static final int MOST_STEPS = 200_000;

    private double value;
    private double byB;
    private double byC;
    private double byZ;

    double value() {
        return value;
    }

    double byB() {
        return byB;
    }

    double byC() {
        return byC;
    }

    double byZ() {
        return byZ;
    }

    static double of(double b, double c, double z) {
        return new Hypergeometric().at(b, c, z).value;
    }

    /** Evaluates the fraction from its far end; w is what a level takes away from 1. */
    Hypergeometric at(double b, double c, double z) {
        double w = 0;
        double wb = 0;
        double wc = 0;
        double wz = 0;
        for (int n = steps(z); n >= 1; n--) {
            int k = n / 2;
            boolean odd = n % 2 == 1;
            double low = c + n - 2;
            double high = c + n - 1;
            double first = odd ? c + k - 1 : c - b + k - 1;
            double second = odd ? b + k : k;
            double divisor = n == 1 ? 1 / c : 1 / (low * high);
            double lead = n == 1 ? 1 : first;
            double e = lead * second * divisor;
            double eb = odd ? lead * divisor : -second * divisor;
            double ec = n == 1 ? -e / c : second * divisor - e * (1 / low + 1 / high);
            double scale = 1 / (1 - w);
            double next = e * z * scale;
            wb = (eb * z + next * wb) * scale;
            wc = (ec * z + next * wc) * scale;
            wz = (e + next * wz) * scale;
            w = next;
        }
        double scale = 1 / (1 - w);
        value = scale;
        byB = wb * scale * scale;
        byC = wc * scale * scale;
        byZ = wz * scale * scale;
        return this;
    }

    /** How many levels of the fraction are evaluated. */
    static int steps(double z) {
        double root = Math.sqrt(1 - z);
        double rate = Math.log1p(root) - Math.log1p(-root);
        double steps = z == 0 ? 1 : DIGITS / rate + 8;
        return (int) Math.min(MOST_STEPS, steps);
    }
}
