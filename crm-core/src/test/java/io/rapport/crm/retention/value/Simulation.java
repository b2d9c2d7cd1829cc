package io.rapport.crm.retention.value;

import java.util.SplittableRandom;

/** Customers who behave exactly as a model says. */
final class Simulation {

    private final SplittableRandom random;

    Simulation(long seed) {
        random = new SplittableRandom(seed);
    }

    double uniform() {
        return 1 - random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double exponential(double rate) {
        return -Math.log(uniform()) / rate;
    }

    /** Marsaglia and Tsang (2000). */
    double gamma(double shape, double rate) {
        if (shape < 1) {
            return gamma(shape + 1, rate) * Math.pow(uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v / rate;
            }
        }
    }

    double beta(double a, double b) {
        double x = gamma(a, 1);
        return x / (x + gamma(b, 1));
    }

    /** One customer who may leave after each purchase, the first included if it says so. */
    void addBetaGeometric(BuyingHistories into, BetaGeometric model, double age) {
        double rate = gamma(model.r(), model.alpha());
        double leaving = beta(model.a(), model.b());
        int x = 0;
        double last = 0;
        double next = exponential(rate);
        boolean gone = model.extraFlips() == 1 && uniform() <= leaving;
        while (!gone && next <= age) {
            x++;
            last = next;
            next += exponential(rate);
            gone = uniform() <= leaving;
        }
        into.add(x, last, age);
    }

    void addPareto(BuyingHistories into, ParetoNbd model, double age) {
        double rate = gamma(model.r(), model.alpha());
        double end = Math.min(age, exponential(gamma(model.s(), model.beta())));
        int x = 0;
        double last = 0;
        for (double next = exponential(rate); next <= end; next += exponential(rate)) {
            x++;
            last = next;
        }
        into.add(x, last, age);
    }

    OpportunityHistory opportunities(BgBb model, int n) {
        double buying = beta(model.alpha(), model.beta());
        double leaving = beta(model.gamma(), model.delta());
        int x = 0;
        int last = 0;
        for (int i = 1; i <= n && uniform() > leaving; i++) {
            if (uniform() <= buying) {
                x++;
                last = i;
            }
        }
        return new OpportunityHistory(x, last, n);
    }

    /** The first t for which a share below (1 - leaving)^(t^c) is drawn: the discrete Weibull distribution. */
    void addContract(ContractLifetimes into, double leaving, double c, int observed) {
        double drawn = Math.log(uniform()) / Math.log1p(-leaving);
        for (int t = 1; t <= observed; t++) {
            if (Math.pow(t, c) > drawn) {
                into.addEnded(t, 1);
                return;
            }
        }
        into.addRunning(observed, 1);
    }

    /** A customer's mean spend in minor units over x purchases. */
    double meanSpend(GammaGamma model, int x) {
        double own = gamma(model.q(), model.v());
        return 100 * gamma(model.p() * x, own) / x;
    }
}
