package io.rapport.crm.benchmarks;

import java.util.SplittableRandom;

/** Draws from gamma distributions of rate 1 (Marsaglia and Tsang 2000). */
final class Gamma {

    private Gamma() {}

    static double draw(SplittableRandom random, double shape) {
        if (shape < 1) {
            return draw(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
