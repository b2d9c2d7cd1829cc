package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.util.OptionalDouble;

/**
 * The beta-discrete-Weibull model: as the {@link ShiftedBetaGeometric}, but each customer's own probability to leave falls
 * (c &lt; 1) or rises (c &gt; 1) with age. S(t) = B(gamma, delta + t^c) / B(gamma, delta).
 *
 * <p>P. S. Fader, B. G. S. Hardie, Y. Liu, J. Davin, T. Steenburgh (2018), "How to Project Customer Retention" Revisited:
 * The Role of Duration Dependence, Journal of Interactive Marketing 43.
 *
 * @param gamma first parameter of the beta distribution of the probability to leave with the first period
 * @param delta second parameter of that distribution
 * @param c duration dependence; 1 is none
 * @param period how long a contract runs before it is renewed or not
 */
public record BetaDiscreteWeibull(double gamma, double delta, double c, Horizon period) implements ContractModel {

    public BetaDiscreteWeibull {
        Positive.require("gamma", gamma);
        Positive.require("delta", delta);
        Positive.require("c", c);
        Require.present("period", period);
        Require.that(period.length() > 0, "period", "has no length", "give a period such as Horizon.years(1)");
    }

    /** Fits the three parameters by maximum likelihood. The same contracts give the same bits. */
    public static Fit<BetaDiscreteWeibull> fit(ContractLifetimes lifetimes) {
        String reason = Require.present("lifetimes", lifetimes).unidentifiable();
        if (!reason.isEmpty()) {
            return new NotIdentifiable<>(reason);
        }
        return MaximumLikelihood.of(new BetaWeibullLikelihood(lifetimes), "gamma", "delta", "c")
                .fit(
                        found -> new BetaDiscreteWeibull(found[0], found[1], found[2], lifetimes.period()),
                        new double[] {1, 2, 1},
                        new double[] {0.5, 1, 1.5},
                        new double[] {3, 10, 0.8});
    }

    @Override
    public double survival(int renewals) {
        return survival(0, renewals);
    }

    @Override
    public double survival(int renewals, int more) {
        ContractSums.requireRenewals(renewals);
        ContractSums.requireRenewals(more);
        double low = Math.pow(renewals, c);
        double high = Math.pow((double) renewals + more, c);
        return high < Double.POSITIVE_INFINITY ? Math.exp(BetaWeibullLikelihood.logRatio(gamma, delta, low, high)) : 0;
    }

    /** Empty if c gamma is at most 1, for S(t) falls no faster than t^(-c gamma). */
    @Override
    public OptionalDouble residualLifetime(int renewals) {
        ContractSums.requireRenewals(renewals);
        return c * gamma > 1 ? OptionalDouble.of(new WeibullResidual(this, renewals, 0).sum()) : OptionalDouble.empty();
    }

    @Override
    public double discountedResidualLifetime(int renewals, Discount discount) {
        ContractSums.requireRenewals(renewals);
        return new WeibullResidual(this, renewals, ContractSums.rate(discount, period)).sum();
    }
}
