package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * A model of contracts that are renewed, or not, at the end of each period. Horizons must be whole numbers of the model's
 * period. Immutable and thread-safe.
 */
public sealed interface ContractModel extends Serializable permits ShiftedBetaGeometric, BetaDiscreteWeibull {

    /** How long a contract runs before it is renewed or not. */
    Horizon period();

    /** The probability that a new contract is renewed at least so many times: S(t). */
    double survival(int renewals);

    /** The probability that a contract that was renewed so many times already is renewed so many times more. */
    double survival(int renewals, int more);

    /** The probability that a contract ends with its t-th period, t from 1: S(t-1) - S(t). */
    default double endProbability(int t) {
        Require.that(t >= 1, "t", "is below 1", "number the periods from 1");
        return survival(t - 1) * (1 - survival(t - 1, 1));
    }

    /** The share of the contracts that reached their t-th period's end which is renewed, t from 1: S(t) / S(t-1). */
    default double retentionRate(int t) {
        Require.that(t >= 1, "t", "is below 1", "number the periods from 1");
        return survival(t - 1, 1);
    }

    /** The probability that a contract renewed so many times still runs when so much more time has gone by. */
    default double aliveProbability(int renewals, Horizon later) {
        return survival(renewals, Require.present("later", later).wholePeriods(period()));
    }

    /** The expected renewals in the time ahead of a contract that was renewed so many times already. */
    default double expectedRenewals(int renewals, Horizon ahead) {
        return ContractSums.renewals(
                this, renewals, Require.present("ahead", ahead).wholePeriods(period()), 1);
    }

    /**
     * The expected renewals in the time ahead, each worth less the later it comes: the i-th from now is divided by
     * (1 + rate)^i, the rate being compounded to the model's period. Times the price it is the contract's value.
     */
    default double discountedRenewals(int renewals, Horizon ahead, Discount discount) {
        double factor =
                Require.present("discount", discount).compounded(period()).factor(1);
        return ContractSums.renewals(
                this, renewals, Require.present("ahead", ahead).wholePeriods(period()), factor);
    }

    /**
     * The expected renewals in all of the future of a contract that was renewed so many times already, which is the sum
     * over t &gt; n of S(t) / S(n); empty if it is not finite, for a few customers may stay so long that the mean has no
     * bound.
     */
    OptionalDouble residualLifetime(int renewals);

    /**
     * The discounted expected residual lifetime (DERL) of a contract that was renewed so many times already, in renewals:
     * the next one counts in full as it is due now, and the i-th after it is divided by (1 + rate)^i, the rate being
     * compounded to the model's period. Times the price it is the contract's residual value.
     *
     * <p>P. S. Fader, B. G. S. Hardie (2010), Customer-Base Valuation in a Contractual Setting: The Perils of Ignoring
     * Heterogeneity, Marketing Science 29(1).
     *
     * @param discount with a rate above 0
     */
    double discountedResidualLifetime(int renewals, Discount discount);

    /**
     * The figures of one contract that a person asks for, in one value.
     *
     * @param renewals how many times it was renewed already
     * @param ahead whole periods of the model
     * @param discount with a rate above 0, for all of the future is valued
     */
    default ContractForecast forecast(int renewals, Horizon ahead, Discount discount) {
        return new ContractForecast(
                renewals,
                period(),
                ahead,
                survival(renewals),
                survival(renewals, 1),
                aliveProbability(renewals, ahead),
                expectedRenewals(renewals, ahead),
                residualLifetime(renewals).orElse(Double.POSITIVE_INFINITY),
                discount,
                discountedResidualLifetime(renewals, discount));
    }
}
