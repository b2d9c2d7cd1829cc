package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;

/**
 * The shifted-beta-geometric model (sBG): at the end of each period a customer leaves with a probability of their own,
 * which is beta-distributed over customers. Retention rises with age since those who leave easily have left.
 *
 * <p>P. S. Fader, B. G. S. Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1).
 *
 * @param alpha first parameter of the beta distribution of the probability to leave
 * @param beta second parameter of that distribution
 * @param period how long a contract runs before it is renewed or not
 */
public record ShiftedBetaGeometric(double alpha, double beta, Horizon period) implements ContractModel {

    public ShiftedBetaGeometric {
        Positive.require("alpha", alpha);
        Positive.require("beta", beta);
        Require.present("period", period);
        Require.that(period.length() > 0, "period", "has no length", "give a period such as Horizon.years(1)");
    }

    /** Fits the two parameters by maximum likelihood. The same contracts give the same bits. */
    public static Fit<ShiftedBetaGeometric> fit(ContractLifetimes lifetimes) {
        String reason = Require.present("lifetimes", lifetimes).unidentifiable();
        if (!reason.isEmpty()) {
            return new NotIdentifiable<>(reason);
        }
        return MaximumLikelihood.of(new BetaWeibullLikelihood(lifetimes), "alpha", "beta")
                .fit(
                        found -> new ShiftedBetaGeometric(found[0], found[1], lifetimes.period()),
                        new double[] {1, 2},
                        new double[] {0.5, 10},
                        new double[] {3, 3});
    }

    @Override
    public double survival(int renewals) {
        return survival(0, renewals);
    }

    @Override
    public double survival(int renewals, int more) {
        ContractSums.requireRenewals(renewals);
        ContractSums.requireRenewals(more);
        return Math.exp(BetaWeibullLikelihood.logRatio(alpha, beta, renewals, (double) renewals + more));
    }

    /**
     * The discounted expected residual lifetime of a contract that was renewed so many times already, in renewals: the next
     * one counts in full if it is due now, and the i-th after it is divided by (1 + rate)^i.
     *
     * <p>P. S. Fader, B. G. S. Hardie (2010), Customer-Base Valuation in a Contractual Setting: The Perils of Ignoring
     * Heterogeneity, Marketing Science 29(1).
     *
     * @param discount with a rate above 0
     */
    public double discountedResidualLifetime(int renewals, Discount discount) {
        ContractSums.requireRenewals(renewals);
        double factor = Require.present("discount", discount).compounded(period).factor(1);
        Require.that(factor < 1, "rate", "is 0", "give a rate above 0, for all of the future is to be valued");
        double low = beta + renewals;
        return low / (alpha + low) * Hypergeometric.of(low + 1, alpha + low + 1, factor);
    }
}
