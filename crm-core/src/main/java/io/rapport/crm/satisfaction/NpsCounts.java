package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * Counts NPS answers as they come. Counts of parts, merged in any order, give the score of the whole. Not thread-safe:
 * one per thread, then merge.
 */
public final class NpsCounts implements Serializable {

    private static final long serialVersionUID = 1L;

    private long promoters;
    private long passives;
    private long detractors;

    /** Nothing counted yet. */
    public NpsCounts() {}

    /**
     * Counts one answer.
     *
     * @param rating 0 to 10
     */
    public void add(int rating) {
        Require.between("rating", rating, Nps.LOWEST, Nps.HIGHEST);
        if (Nps.promotes(rating)) {
            promoters++;
        } else if (Nps.detracts(rating)) {
            detractors++;
        } else {
            passives++;
        }
    }

    /** Takes over what the other has counted; the other stays as it is. Returns this. */
    public NpsCounts merge(NpsCounts other) {
        promoters += other.promoters;
        passives += other.passives;
        detractors += other.detractors;
        return this;
    }

    /** The score of what was counted so far. */
    public NpsScore result() {
        return new NpsScore(promoters, passives, detractors);
    }
}
