package io.rapport.crm.retention.value;

import java.util.Map;

/**
 * The log-likelihood of alpha, beta, gamma, delta for the BG/BB: the customer is alive to the end, or left before some
 * opportunity after the last one taken. All terms are positive and made of rising factorials, which are tabulated.
 */
final class BgBbLikelihood implements Likelihood {

    private final Map<OpportunityHistory, Long> rows;
    private final long customers;
    private final int most;

    private double logSum;
    private final double[] partial = new double[4];

    BgBbLikelihood(Map<OpportunityHistory, Long> rows) {
        this.rows = rows;
        customers = rows.values().stream().mapToLong(Long::longValue).sum();
        most = rows.keySet().stream()
                .mapToInt(OpportunityHistory::opportunities)
                .max()
                .orElse(0);
    }

    @Override
    public long customers() {
        return customers;
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        RisingTable alpha = new RisingTable(parameters[0], most);
        RisingTable beta = new RisingTable(parameters[1], most);
        RisingTable both = new RisingTable(parameters[0] + parameters[1], most);
        RisingTable delta = new RisingTable(parameters[3], most);
        RisingTable leaving = new RisingTable(parameters[2] + parameters[3], most);
        double[] sums = new double[4];
        double sum = 0;
        for (Map.Entry<OpportunityHistory, Long> row : rows.entrySet()) {
            OpportunityHistory history = row.getKey();
            double count = row.getValue();
            addTerms(history, parameters[2], beta, both, delta, leaving);
            sum += count * (alpha.log(history.frequency()) + logSum);
            sums[0] += count * (alpha.derivative(history.frequency()) + partial[0]);
            sums[1] += count * partial[1];
            sums[2] += count * partial[2];
            sums[3] += count * partial[3];
        }
        System.arraycopy(sums, 0, gradient, 0, sums.length);
        return sum;
    }

    /** The log of the sum of the terms without (alpha)_x, and its derivatives as means over the terms. */
    private void addTerms(
            OpportunityHistory history,
            double gamma,
            RisingTable beta,
            RisingTable both,
            RisingTable delta,
            RisingTable leaving) {
        int n = history.opportunities();
        int x = history.frequency();
        double top = alive(n, x, beta, both, delta, leaving);
        double total = 1;
        double inBoth = both.derivative(n);
        double inBeta = beta.derivative(n - x);
        double inDelta = delta.derivative(n);
        double inLeaving = leaving.derivative(n);
        double gone = 0;
        for (int last = n - 1; last >= history.last(); last--) {
            double log =
                    Math.log(gamma) + beta.log(last - x) - both.log(last) + delta.log(last) - leaving.log(last + 1);
            double weight = Math.exp(log - top);
            total += weight;
            gone += weight;
            inBoth += weight * both.derivative(last);
            inBeta += weight * beta.derivative(last - x);
            inDelta += weight * delta.derivative(last);
            inLeaving += weight * leaving.derivative(last + 1);
        }
        logSum = top + Math.log(total);
        partial[0] = -inBoth / total;
        partial[1] = (inBeta - inBoth) / total;
        partial[2] = (gone / gamma - inLeaving) / total;
        partial[3] = (inDelta - inLeaving) / total;
    }

    static double alive(int n, int x, RisingTable beta, RisingTable both, RisingTable delta, RisingTable leaving) {
        return beta.log(n - x) - both.log(n) + delta.log(n) - leaving.log(n);
    }

    /** The probability that a customer of this likelihood's single row is alive, from the terms of the last evaluation. */
    static double aliveShare(OpportunityHistory history, double[] parameters) {
        BgBbLikelihood row = new BgBbLikelihood(Map.of(history, 1L));
        row.at(parameters, new double[4]);
        int n = history.opportunities();
        int x = history.frequency();
        double alive = RisingFactorial.log(parameters[1], n - x)
                - RisingFactorial.log(parameters[0] + parameters[1], n)
                + RisingFactorial.log(parameters[3], n)
                - RisingFactorial.log(parameters[2] + parameters[3], n);
        return Math.min(1, Math.exp(alive - row.logSum));
    }
}
