package io.rapport.crm.retention.value;

import io.rapport.crm.retention.internal.LogGamma;
import java.util.Map;

/**
 * The log-likelihood of gamma, delta and, unless it is fixed at 1, c for contracts whose survivors after t periods are
 * S(t) = B(gamma, delta + t^c) / B(gamma, delta). With c = 1 it is the shifted-beta-geometric model.
 */
final class BetaWeibullLikelihood implements Likelihood {

    private final ContractLifetimes lifetimes;

    BetaWeibullLikelihood(ContractLifetimes lifetimes) {
        this.lifetimes = lifetimes;
    }

    @Override
    public long customers() {
        return lifetimes.contracts();
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double gamma = parameters[0];
        double delta = parameters[1];
        double c = parameters.length > 2 ? parameters[2] : 1;
        double[] sums = new double[3];
        double sum = 0;
        for (Map.Entry<Integer, Long> row : lifetimes.running().entrySet()) {
            sum += add(sums, row.getValue(), gamma, delta, c, 0, row.getKey());
        }
        for (Map.Entry<Integer, Long> row : lifetimes.ended().entrySet()) {
            int t = row.getKey();
            double count = row.getValue();
            sum += add(sums, count, gamma, delta, c, 0, t - 1);
            double[] change = new double[3];
            double log = add(change, 1, gamma, delta, c, t - 1, t);
            sum += count * Math.log(-Math.expm1(log));
            double weight = count / Math.expm1(-log);
            for (int i = 0; i < sums.length; i++) {
                sums[i] -= weight * change[i];
            }
        }
        System.arraycopy(sums, 0, gradient, 0, gradient.length);
        return sum;
    }

    /** Adds count times the derivatives of log(S(to) / S(from)), and returns count times that logarithm. */
    private static double add(double[] sums, double count, double gamma, double delta, double c, int from, int to) {
        double low = Math.pow(from, c);
        double high = Math.pow(to, c);
        double byHigh = -Digamma.difference(delta + high, gamma);
        double byLow = -Digamma.difference(delta + low, gamma);
        sums[0] -= count * Digamma.difference(gamma + delta + low, high - low);
        sums[1] += count * (byHigh - byLow);
        sums[2] += count * (byHigh * high * log(to) - byLow * low * log(from));
        return count * logRatio(gamma, delta, low, high);
    }

    private static double log(int t) {
        return t == 0 ? 0 : Math.log(t);
    }

    /** The logarithm of B(gamma, delta + high) / B(gamma, delta + low). */
    static double logRatio(double gamma, double delta, double low, double high) {
        return LogGamma.difference(delta + low, gamma) - LogGamma.difference(delta + high, gamma);
    }
}
