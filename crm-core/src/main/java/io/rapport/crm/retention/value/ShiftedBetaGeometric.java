package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.util.OptionalDouble;

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

    /** At lower rates the hypergeometric function would converge too slowly. */
    private static final double SLOW = 1e-7;

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

    /** (beta + n) / (alpha - 1); empty if alpha is at most 1. */
    @Override
    public OptionalDouble residualLifetime(int renewals) {
        ContractSums.requireRenewals(renewals);
        return alpha > 1 ? OptionalDouble.of((beta + renewals) / (alpha - 1)) : OptionalDouble.empty();
    }

    @Override
    public double discountedResidualLifetime(int renewals, Discount discount) {
        ContractSums.requireRenewals(renewals);
        double rate = ContractSums.rate(discount, period);
        if (rate < SLOW) {
            return new WeibullResidual(new BetaDiscreteWeibull(alpha, beta, 1, period), renewals, rate).sum();
        }
        double low = beta + renewals;
        return low / (alpha + low) * Hypergeometric.of(low + 1, alpha + low + 1, Math.exp(-rate));
    }
}
