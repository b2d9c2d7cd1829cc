package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * A model of customers who buy at random times and one day leave without saying so: what it tells of a customer from
 * (x, t_x, T). Histories and horizons in another unit than the model's are converted. Immutable and thread-safe; the
 * expectations take microseconds for usual histories, and time in proportion to the purchases for very active ones.
 */
public sealed interface TransactionModel extends Serializable permits BgNbd, MbgNbd, ParetoNbd {

    /** The unit that the rate parameters are in. */
    UnitOfTime unit();

    /** The probability that the customer has not left by the end of the observation. */
    double aliveProbability(BuyingHistory history);

    /** The probability that the customer will not have left when so much more time has gone by. */
    double aliveProbability(BuyingHistory history, Horizon later);

    /** The expected purchases of the customer in the time ahead. */
    double expectedPurchases(BuyingHistory history, Horizon ahead);

    /** The probability of exactly n purchases of the customer in the time ahead. */
    double purchaseProbability(BuyingHistory history, Horizon ahead, int n);

    /** The expected repeat purchases of a customer of whom nothing is known, within so much time of the first one. */
    double expectedPurchases(Horizon sinceFirst);

    /** The probability that a customer of whom nothing is known purchases again exactly n times in that time. */
    double purchaseProbability(Horizon sinceFirst, int n);

    /** The log-likelihood of one customer, in the model's unit and without constant factors, as usual. */
    double logLikelihood(BuyingHistory history);

    /**
     * The expected purchases in the time ahead, each worth less the later it comes: the customer's value in purchases.
     * The time is cut into the discount's periods, and what comes within a period counts at its end; a last period that
     * is cut short ends with the horizon. Takes time in proportion to the number of periods, at most 100,000.
     */
    default double discountedPurchases(BuyingHistory history, Horizon ahead, Discount discount) {
        double periods = Require.present("ahead", ahead).dividedBy(discount.period());
        Require.that(periods <= 100_000, "ahead", "has over 100,000 periods", "discount in longer periods");
        Horizon period = discount.period();
        double sum = 0;
        double before = 0;
        for (int n = 1; n - 1 < periods; n++) {
            double end = Math.min(n, periods);
            double until = end == periods
                    ? expectedPurchases(history, ahead)
                    : expectedPurchases(history, new Horizon(end * period.length(), period.unit()));
            sum += (until - before) * discount.factor(end);
            before = until;
        }
        return sum;
    }

    /** The figures of one customer that a person asks for, in one value. */
    default PurchaseForecast forecast(BuyingHistory history, Horizon ahead) {
        return new PurchaseForecast(
                history,
                ahead,
                aliveProbability(history),
                aliveProbability(history, ahead),
                expectedPurchases(history, ahead),
                purchaseProbability(history, ahead, 0));
    }
}
