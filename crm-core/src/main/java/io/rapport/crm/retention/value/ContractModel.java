package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

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
}
