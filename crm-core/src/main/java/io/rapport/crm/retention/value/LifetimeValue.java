package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Optional;

/**
 * What a customer's future purchases are worth now: how many a transaction model expects, each discounted, times what a
 * spend model expects of one, times the margin that the host keeps of it. Immutable and thread-safe.
 *
 * @param purchases how often customers buy, and for how long
 * @param spend how much they spend each time
 * @param margin the share of the spend that is worth counting, above 0 and at most 1; 1 values revenue
 */
public record LifetimeValue(TransactionModel purchases, GammaGamma spend, double margin) implements Serializable {

    public LifetimeValue {
        Require.present("purchases", purchases);
        Require.present("spend", spend);
        CustomerValue.requireMargin(margin);
    }

    /** Values revenue: a margin of 1. */
    public LifetimeValue(TransactionModel purchases, GammaGamma spend) {
        this(purchases, spend, 1);
    }

    /** The same models with such a share of the spend counted, above 0 and at most 1, such as 0.3 for 30 %. */
    public LifetimeValue withMargin(double share) {
        return new LifetimeValue(purchases, spend, share);
    }

    /**
     * The value of one customer over the time ahead, as {@link TransactionModel#discountedPurchases} counts it; empty if
     * the spend model expects no finite amount.
     */
    public Optional<CustomerValue> value(
            BuyingHistory history, SpendHistory spent, Horizon horizon, Discount discount) {
        return spend.expectedSpend(spent).stream()
                .mapToObj(each -> new CustomerValue(
                        purchases.forecast(history, horizon),
                        purchases.discountedPurchases(history, horizon, discount),
                        each,
                        margin,
                        discount,
                        spend.currency()))
                .findFirst();
    }
}
