package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Optional;

/**
 * What a customer's future purchases are worth now: how many a transaction model expects, each discounted, times what a
 * spend model expects of one. Immutable and thread-safe.
 *
 * @param purchases how often customers buy, and for how long
 * @param spend how much they spend each time
 */
public record LifetimeValue(TransactionModel purchases, GammaGamma spend) implements Serializable {

    public LifetimeValue {
        Require.present("purchases", purchases);
        Require.present("spend", spend);
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
                        discount,
                        spend.currency()))
                .findFirst();
    }
}
