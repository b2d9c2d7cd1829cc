package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Locale;

/**
 * What the {@link BgBb} expects of one customer.
 *
 * @param history what it knows of the customer
 * @param ahead how far it looks
 * @param alive the probability that the customer has not left by the last opportunity
 * @param aliveThen the probability that the customer will not have left at the end of the time ahead
 * @param expectedPurchases in the time ahead
 * @param noPurchase the probability of no purchase in the time ahead
 */
public record OpportunityForecast(
        OpportunityHistory history,
        Horizon ahead,
        double alive,
        double aliveThen,
        double expectedPurchases,
        double noPurchase)
        implements Serializable {

    public OpportunityForecast {
        Require.present("history", history);
        Require.present("ahead", ahead);
    }

    /** The figures in English. */
    public String explain() {
        return String.format(
                Locale.ROOT,
                "%d of %d opportunities taken%s: still a customer with %.1f %%, after %s with %.1f %%; "
                        + "%.2f purchases expected by then, none with %.1f %%.",
                history.frequency(),
                history.opportunities(),
                last(),
                100 * alive,
                ahead,
                100 * aliveThen,
                expectedPurchases,
                100 * noPurchase);
    }

    private String last() {
        int since = history.opportunities() - history.last();
        if (history.frequency() == 0) {
            return "";
        }
        return since == 0 ? ", the latest among them" : ", none of the latest " + since;
    }
}
