package io.rapport.crm.benchmarks;

import io.rapport.crm.retention.value.BgNbd;
import io.rapport.crm.retention.value.BuyingHistories;
import io.rapport.crm.retention.value.Fit;
import io.rapport.crm.retention.value.UnitOfTime;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Fits the BG/NBD to simulated customers on one thread and prints how long it took: with days as a database has them, and
 * with times so fine that hardly two customers are alike. The argument is the number of customers, 1,000,000 unless given.
 */
public final class LifetimeValueFit {

    private static final int RUNS = 5;
    private static final double R = 0.243;
    private static final double ALPHA_DAYS = 4.414 * 7;
    private static final double A = 0.793;
    private static final double B = 2.426;

    private final SplittableRandom random = new SplittableRandom(1);

    private LifetimeValueFit() {}

    public static void main(String[] args) {
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (boolean wholeDays : new boolean[] {true, false}) {
            BuyingHistories histories = new LifetimeValueFit().histories(customers, wholeDays);
            for (int run = 1; run <= RUNS; run++) {
                long start = System.nanoTime();
                Fit<BgNbd> fit = BgNbd.fit(histories);
                double millis = (System.nanoTime() - start) / 1e6;
                out.println(String.format(
                        Locale.ROOT,
                        "run %d: %,9d customers, %,9d different histories: %,8.1f ms. %s",
                        run,
                        customers,
                        histories.distinct(),
                        millis,
                        fit.explain()));
            }
        }
    }

    private BuyingHistories histories(int customers, boolean wholeDays) {
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.DAY);
        for (int i = 0; i < customers; i++) {
            double age = 273 + 92 * random.nextDouble();
            add(histories, wholeDays ? Math.floor(age) : age, wholeDays);
        }
        return histories;
    }

    /** On whole days, purchases of one day count once and the first day counts for nothing, as with real orders. */
    private void add(BuyingHistories histories, double age, boolean wholeDays) {
        double rate = gamma(R) / ALPHA_DAYS;
        double first = gamma(A);
        double leaving = first / (first + gamma(B));
        int frequency = 0;
        double last = 0;
        double time = 0;
        do {
            time -= Math.log(1 - random.nextDouble()) / rate;
            double at = wholeDays ? Math.floor(time) : time;
            if (at > last && at <= age) {
                frequency++;
                last = at;
            }
        } while (time <= age && random.nextDouble() >= leaving);
        histories.add(frequency, last, age);
    }

    /** Marsaglia and Tsang (2000). */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
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
