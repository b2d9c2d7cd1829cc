package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Locale;

/**
 * What a model expects of one customer.
 *
 * @param history what it knows of the customer
 * @param ahead how far it looks
 * @param alive the probability that the customer has not left yet
 * @param aliveThen the probability that the customer will not have left at the end of the time ahead
 * @param expectedPurchases in the time ahead
 * @param noPurchase the probability of no purchase in the time ahead
 */
public record PurchaseForecast(
        BuyingHistory history,
        Horizon ahead,
        double alive,
        double aliveThen,
        double expectedPurchases,
        double noPurchase)
        implements Serializable {

    public PurchaseForecast {
        Require.present("history", history);
        Require.present("ahead", ahead);
    }

    /** The figures in English. */
    public String explain() {
        double silence = history.age() - history.recency();
        return String.format(
                Locale.ROOT,
                "%d repeat purchases in %.4g %ss, the last %.4g ago: still a customer with %.1f %%, after %s with %.1f %%; "
                        + "%.2f purchases expected by then, none with %.1f %%.",
                history.frequency(),
                history.age(),
                history.unit().name().toLowerCase(Locale.ROOT),
                silence,
                100 * alive,
                ahead,
                100 * aliveThen,
                expectedPurchases,
                100 * noPurchase);
    }
}
