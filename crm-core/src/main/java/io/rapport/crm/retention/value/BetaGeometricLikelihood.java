package io.rapport.crm.retention.value;

import java.util.Optional;

/**
 * The log-likelihood of r, alpha, a, b for the BG/NBD and the MBG/NBD, which differ in one coin flip: with the flip at
 * the first purchase there are x + 1 of them, without it x. With f flips a customer contributes
 *
 * <pre>{@code (r)_x alpha^r (b)_f / (a+b)_f [(alpha+T)^-(r+x) + (f > 0) a / (b+f-1) (alpha+t_x)^-(r+x)] }</pre>
 *
 * whose two terms stand for alive and gone. Logarithms are taken once for each distinct time, and rising factorials once
 * for each distinct x.
 */
final class BetaGeometricLikelihood implements Likelihood {

    /** Above it 1 + exp(x) is exp(x). */
    private static final double LARGE = 40;

    private static final int MANY_ROWS = 100_000;
    private static final int SAMPLED = 16;

    private final SortedHistories rows;
    private final int extraFlips;
    private final double[] logAge;
    private final double[] inverseAge;
    private final double[] logRecency;
    private final double[] inverseRecency;

    BetaGeometricLikelihood(SortedHistories rows, int extraFlips) {
        this.rows = rows;
        this.extraFlips = extraFlips;
        logAge = new double[rows.ages.length];
        inverseAge = new double[rows.ages.length];
        logRecency = new double[rows.recencies.length];
        inverseRecency = new double[rows.recencies.length];
    }

    @Override
    public long customers() {
        return rows.customers;
    }

    @Override
    public Optional<Likelihood> sample() {
        return rows.size() < MANY_ROWS
                ? Optional.empty()
                : Optional.of(new BetaGeometricLikelihood(rows.every(SAMPLED), extraFlips));
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double alpha = parameters[1];
        tabulate(alpha, rows.ages, logAge, inverseAge);
        tabulate(alpha, rows.recencies, logRecency, inverseRecency);
        gradient[0] = 0;
        gradient[1] = 0;
        gradient[2] = 0;
        gradient[3] = 0;
        double sum = 0;
        int from = 0;
        for (int x = 0; x < rows.frequencies.length; x++) {
            int to = from;
            while (to < rows.size() && rows.frequency[to] == x) {
                to++;
            }
            sum += addBlock((int) rows.frequencies[x], from, to, parameters, gradient);
            from = to;
        }
        return sum;
    }

    private static void tabulate(double alpha, double[] times, double[] logs, double[] inverses) {
        for (int i = 0; i < times.length; i++) {
            logs[i] = Math.log(alpha + times[i]);
            inverses[i] = 1 / (alpha + times[i]);
        }
    }

    /** The rows of one x, which share all terms without a time. */
    private double addBlock(int x, int from, int to, double[] parameters, double[] gradient) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        int flips = x + extraFlips;
        double power = r + x;
        Sums sums = flips == 0 ? allAlive(from, to) : aliveOrGone(from, to, power, Math.log(a / (b + flips - 1)));
        double flipTerm = RisingFactorial.log(b, flips) - RisingFactorial.log(a + b, flips);
        double together = RisingFactorial.derivative(a + b, flips);
        gradient[0] += sums.customers * (RisingFactorial.derivative(r, x) + Math.log(alpha)) - sums.logTimes;
        gradient[1] += sums.customers * r / alpha - power * sums.inverses;
        gradient[2] += sums.gone / a - sums.customers * together;
        gradient[3] += sums.customers * (RisingFactorial.derivative(b, flips) - together)
                - (flips == 0 ? 0 : sums.gone / (b + flips - 1));
        return sums.excess
                - power * sums.logAges
                + sums.customers * (RisingFactorial.log(r, x) + r * Math.log(alpha) + flipTerm);
    }

    private Sums allAlive(int from, int to) {
        Sums sums = new Sums();
        for (int i = from; i < to; i++) {
            double count = rows.count[i];
            sums.customers += count;
            sums.logAges += count * logAge[rows.age[i]];
            sums.inverses += count * inverseAge[rows.age[i]];
        }
        sums.logTimes = sums.logAges;
        return sums;
    }

    private Sums aliveOrGone(int from, int to, double power, double logOdds) {
        double customers = 0;
        double gone = 0;
        double excess = 0;
        double logAges = 0;
        double logSilences = 0;
        double inverses = 0;
        for (int i = from; i < to; i++) {
            double count = rows.count[i];
            int age = rows.age[i];
            int recency = rows.recency[i];
            double logSilence = logAge[age] - logRecency[recency];
            double logRatio = logOdds + power * logSilence;
            double share = 1;
            double rise = logRatio;
            if (logRatio < LARGE) {
                double ratio = Math.exp(logRatio);
                share = ratio / (1 + ratio);
                rise = Math.log(1 + ratio);
            }
            customers += count;
            gone += count * share;
            excess += count * rise;
            logAges += count * logAge[age];
            logSilences += count * share * logSilence;
            inverses += count * (inverseAge[age] + share * (inverseRecency[recency] - inverseAge[age]));
        }
        Sums sums = new Sums();
        sums.customers = customers;
        sums.gone = gone;
        sums.excess = excess;
        sums.logAges = logAges;
        sums.logTimes = logAges - logSilences;
        sums.inverses = inverses;
        return sums;
    }

    /** Sums over the customers of one x. */
    private static final class Sums {
        private double customers;
        /** The probability to be gone. */
        private double gone;
        /** What the second term adds to the logarithm of the first. */
        private double excess;
        /** log(alpha + T). */
        private double logAges;
        /** The mean of log(alpha + T) and log(alpha + t_x), weighted by alive and gone. */
        private double logTimes;
        /** The same of the reciprocals. */
        private double inverses;
    }
}
