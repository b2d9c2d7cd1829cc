package io.rapport.crm.retention.value;

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
        double logOdds = flips == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / (b + flips - 1));
        double power = r + x;
        double customers = 0;
        double gone = 0;
        double logs = 0;
        double logTimes = 0;
        double inverses = 0;
        for (int i = from; i < to; i++) {
            double count = rows.count[i];
            int age = rows.age[i];
            int recency = rows.recency[i];
            double ratio = flips == 0 ? 0 : Math.exp(logOdds + power * (logAge[age] - logRecency[recency]));
            double logAlive = -power * logAge[age];
            double share = ratio < 1e300 ? ratio / (1 + ratio) : 1;
            customers += count;
            gone += count * share;
            logs += count * (ratio < 1e300 ? logAlive + Math.log1p(ratio) : logOdds - power * logRecency[recency]);
            logTimes += count * (logAge[age] + share * (logRecency[recency] - logAge[age]));
            inverses += count * (inverseAge[age] + share * (inverseRecency[recency] - inverseAge[age]));
        }
        double flipTerm = RisingFactorial.log(b, flips) - RisingFactorial.log(a + b, flips);
        double together = RisingFactorial.derivative(a + b, flips);
        gradient[0] += customers * (RisingFactorial.derivative(r, x) + Math.log(alpha)) - logTimes;
        gradient[1] += customers * r / alpha - power * inverses;
        gradient[2] += gone / a - customers * together;
        gradient[3] += customers * (RisingFactorial.derivative(b, flips) - together)
                - (flips == 0 ? 0 : gone / (b + flips - 1));
        return logs + customers * (RisingFactorial.log(r, x) + r * Math.log(alpha) + flipTerm);
    }
}
