package io.rapport.crm.benchmarks;

import io.rapport.crm.retention.value.BgNbd;
import io.rapport.crm.retention.value.BuyingHistories;
import io.rapport.crm.retention.value.Fit;
import io.rapport.crm.retention.value.UnitOfTime;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Fits the BG/NBD to simulated customers on one thread and prints how long it took: with days as a database has them, and
 * with times so fine that no two customers are alike, the worst case. Timed is {@code BgNbd.fit} from histories that were
 * collected before, by the clock and by the CPU time of the thread. The argument is the number of customers, 1,000,000
 * unless given; they need {@code -Xmx2g}.
 */
public final class LifetimeValueFit {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
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
                long cpu = THREADS.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                Fit<BgNbd> fit = BgNbd.fit(histories);
                double millis = (System.nanoTime() - start) / 1e6;
                double cpuMillis = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
                out.println(String.format(
                        Locale.ROOT,
                        "run %d: %,9d customers, %,9d different histories: %,8.1f ms, CPU %,8.1f ms. %s",
                        run,
                        customers,
                        histories.distinct(),
                        millis,
                        cpuMillis,
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
        double rate = Gamma.draw(random, R) / ALPHA_DAYS;
        double first = Gamma.draw(random, A);
        double leaving = first / (first + Gamma.draw(random, B));
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
}
