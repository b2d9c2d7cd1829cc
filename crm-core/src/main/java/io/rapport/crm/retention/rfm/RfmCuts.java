package io.rapport.crm.retention.rfm;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * Where the three values are cut: computed once, from the merged histograms of all machines if there are many, and then
 * applied to each customer.
 *
 * @param recency the cuts of the days since the last purchase
 * @param frequency the cuts of the frequency
 * @param monetary the cuts of what was spent, in minor units
 */
public record RfmCuts(Cuts recency, Cuts frequency, Cuts monetary) implements Serializable {

    public RfmCuts {
        Require.present("recency", recency);
        Require.present("frequency", frequency);
        Require.present("monetary", monetary);
    }

    /** The scores of one customer; that of recency is turned round, so that lately is high. */
    public RfmScore score(int recencyDays, long timesBought, double monetaryMinor) {
        return new RfmScore(
                recency.values().size() + 2 - recency.score(recencyDays),
                frequency.score((double) timesBought),
                monetary.score(monetaryMinor));
    }
}
