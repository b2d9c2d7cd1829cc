package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.joda.money.Money;

/**
 * What a {@link ContractModel} expects of one contract, at the end of a period of it, when it is about to be renewed or
 * not.
 *
 * @param renewals how many times it was renewed already
 * @param period how long it runs before it is renewed or not
 * @param ahead how far it looks
 * @param reached the probability that a new contract is renewed at least so many times
 * @param renewal the probability that this one is renewed next
 * @param runsThen the probability that it still runs at the end of the time ahead
 * @param expectedRenewals in the time ahead
 * @param residualLifetime the expected renewals in all of the future; positive infinity where a few customers stay so
 *     long that the mean has no bound
 * @param discount the discount that is applied to all of the future
 * @param discountedResidualLifetime the expected renewals in all of the future, each worth less the later it comes; the
 *     next one counts in full
 */
public record ContractForecast(
        int renewals,
        Horizon period,
        Horizon ahead,
        double reached,
        double renewal,
        double runsThen,
        double expectedRenewals,
        double residualLifetime,
        Discount discount,
        double discountedResidualLifetime)
        implements Serializable {

    public ContractForecast {
        ContractSums.requireRenewals(renewals);
        Require.present("period", period);
        Require.present("ahead", ahead);
        Require.present("discount", discount);
    }

    /**
     * What all of the contract's future is worth now at a price, or a margin, for each period: the discounted expected
     * residual lifetime times it, rounded to minor units, halves to even.
     */
    public Money residualValue(Money eachPeriod) {
        return Require.present("eachPeriod", eachPeriod)
                .multipliedBy(BigDecimal.valueOf(discountedResidualLifetime), RoundingMode.HALF_EVEN);
    }

    /** The figures in English. */
    public String explain() {
        String all = residualLifetime < Double.POSITIVE_INFINITY
                ? String.format(Locale.ROOT, "%.2f", residualLifetime)
                : "without bound";
        return String.format(
                Locale.ROOT,
                "Renewed %s so far, every %s, as %.1f %% of new contracts are: renewed next with %.1f %%, after %s still runs "
                        + "with %.1f %%; %.2f renewals expected by then, in all of the future %s. Discounted by %.4g %% "
                        + "per %s these count as %.2f.",
                renewals == 1 ? "once" : renewals + " times",
                period,
                100 * reached,
                100 * renewal,
                ahead,
                100 * runsThen,
                expectedRenewals,
                all,
                100 * discount.rate(),
                discount.period(),
                discountedResidualLifetime);
    }
}
