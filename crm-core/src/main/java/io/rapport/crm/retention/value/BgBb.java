package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Map;

/**
 * The beta-geometric/beta-Bernoulli model, for purchases that can only come at set opportunities, such as a yearly appeal
 * for donations: a customer who is there takes each with a probability of their own, and before each leaves with another.
 * Horizons must be whole numbers of the model's period. Immutable and thread-safe.
 *
 * <p>P. S. Fader, B. G. S. Hardie, J. Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual Setting,
 * Marketing Science 29(6).
 *
 * @param alpha first parameter of the beta distribution of the probability to buy
 * @param beta second parameter of that distribution
 * @param gamma first parameter of the beta distribution of the probability to leave
 * @param delta second parameter of that distribution
 * @param period the time from one opportunity to the next
 */
public record BgBb(double alpha, double beta, double gamma, double delta, Horizon period) implements Serializable {

    public BgBb {
        Positive.require("alpha", alpha);
        Positive.require("beta", beta);
        Positive.require("gamma", gamma);
        Positive.require("delta", delta);
        Require.present("period", period);
        Require.that(period.length() > 0, "period", "has no length", "give a period such as Horizon.years(1)");
    }

    /**
     * Fits the four parameters by maximum likelihood. Takes time in proportion to the number of different histories times
     * the opportunities since the last purchase. The same histories give the same bits.
     */
    public static Fit<BgBb> fit(OpportunityHistories histories) {
        BgBbLikelihood likelihood =
                new BgBbLikelihood(Require.present("histories", histories).counts());
        String reason = unidentifiable(histories);
        if (!reason.isEmpty()) {
            return new NotIdentifiable<>(reason);
        }
        return MaximumLikelihood.of(likelihood, "alpha", "beta", "gamma", "delta")
                .fit(
                        found -> new BgBb(found[0], found[1], found[2], found[3], histories.period()),
                        new double[] {1, 1, 1, 3},
                        new double[] {0.5, 1, 0.3, 2},
                        new double[] {1, 4, 0.5, 5});
    }

    private static String unidentifiable(OpportunityHistories histories) {
        if (histories.customers() < 2) {
            return histories.customers() == 0
                    ? "there are no customers"
                    : "one customer shows nothing of how customers differ";
        }
        long taken = histories.counts().keySet().stream()
                .mapToInt(OpportunityHistory::frequency)
                .distinct()
                .count();
        int first = histories.counts().firstKey().frequency();
        if (taken > 1) {
            return "";
        }
        return first == 0
                ? "no repeat purchases: no customer bought again"
                : "every customer took the same number of opportunities, " + first;
    }

    /** The log-likelihood of one customer. */
    public double logLikelihood(OpportunityHistory history) {
        BgBbLikelihood row = new BgBbLikelihood(Map.of(Require.present("history", history), 1L));
        return row.at(parameters(), new double[4]);
    }

    /** The probability that the customer has not left by the last opportunity. */
    public double aliveProbability(OpportunityHistory history) {
        return BgBbLikelihood.aliveShare(Require.present("history", history), parameters());
    }

    /** The probability that the customer will not have left when so much more time has gone by. */
    public double aliveProbability(OpportunityHistory history, Horizon later) {
        int n = history.opportunities();
        int more = periods(later);
        double stays = RisingFactorial.log(delta + n, more) - RisingFactorial.log(gamma + delta + n, more);
        return aliveProbability(history) * Math.exp(stays);
    }

    /** The expected purchases of the customer in the time ahead. Takes time in proportion to it. */
    public double expectedPurchases(OpportunityHistory history, Horizon ahead) {
        return aliveProbability(history) * buying(history) * staying(history, periods(ahead), 1);
    }

    /** The expected purchases of a customer of whom nothing is known but the first purchase. */
    public double expectedPurchases(Horizon sinceFirst) {
        return expectedPurchases(new OpportunityHistory(0, 0, 0), sinceFirst);
    }

    /**
     * The expected purchases in the time ahead, each worth less the later it comes: what is bought at the i-th opportunity
     * is divided by (1 + rate)^i, the rate being compounded to the model's period.
     */
    public double discountedPurchases(OpportunityHistory history, Horizon ahead, Discount discount) {
        double factor = Require.present("discount", discount).compounded(period).factor(1);
        return aliveProbability(history) * buying(history) * staying(history, periods(ahead), factor);
    }

    /**
     * All expected future purchases, discounted: discounted expected residual transactions, DERT.
     *
     * @param discount with a rate above 0
     */
    public double discountedResidualPurchases(OpportunityHistory history, Discount discount) {
        double factor = Require.present("discount", discount).compounded(period).factor(1);
        Require.that(factor < 1, "rate", "is 0", "give a rate above 0, for all of the future is to be valued");
        double d = delta + history.opportunities();
        double sum = d / (gamma + d) * factor * Hypergeometric.of(d + 1, gamma + d + 1, factor);
        return aliveProbability(history) * buying(history) * sum;
    }

    /** The figures of one customer that a person asks for, in one value. */
    public OpportunityForecast forecast(OpportunityHistory history, Horizon ahead) {
        return new OpportunityForecast(
                history,
                ahead,
                aliveProbability(history),
                aliveProbability(history, ahead),
                expectedPurchases(history, ahead),
                purchaseProbability(history, ahead, 0));
    }

    /** The probability of exactly k purchases of the customer in the time ahead. */
    public double purchaseProbability(OpportunityHistory history, Horizon ahead, int k) {
        Require.that(k >= 0, "k", "is below 0", "give a number of purchases");
        int n = periods(ahead);
        int past = history.opportunities();
        double a = alpha + history.frequency();
        double b = beta + past - history.frequency();
        double alive = aliveProbability(history);
        double sum = k > n ? 0 : Math.exp(taken(a, b, k, n) + stays(delta + past, n));
        for (int i = k; i < n; i++) {
            double leaves = Math.log(gamma / (gamma + delta + past + i)) + stays(delta + past, i);
            sum += Math.exp(taken(a, b, k, i) + leaves);
        }
        return (k == 0 ? 1 - alive : 0) + alive * sum;
    }

    private static double taken(double a, double b, int k, int n) {
        return RisingFactorial.log(n - k + 1.0, k)
                - RisingFactorial.log(1, k)
                + RisingFactorial.log(a, k)
                + RisingFactorial.log(b, n - k)
                - RisingFactorial.log(a + b, n);
    }

    private double stays(double d, int n) {
        return RisingFactorial.log(d, n) - RisingFactorial.log(gamma + d, n);
    }

    private double buying(OpportunityHistory history) {
        return (alpha + history.frequency()) / (alpha + beta + history.opportunities());
    }

    /** The sum over i = 1 .. periods of the probability to be there at the i-th, times factor^i. */
    private double staying(OpportunityHistory history, int periods, double factor) {
        double d = delta + history.opportunities();
        double there = 1;
        double sum = 0;
        for (int i = 0; i < periods && there > 0; i++) {
            there *= (d + i) / (gamma + d + i) * factor;
            sum += there;
        }
        return sum;
    }

    private int periods(Horizon ahead) {
        return Require.present("ahead", ahead).wholePeriods(period);
    }

    private double[] parameters() {
        return new double[] {alpha, beta, gamma, delta};
    }
}
