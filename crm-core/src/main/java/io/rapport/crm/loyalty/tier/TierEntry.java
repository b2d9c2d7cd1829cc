package io.rapport.crm.loyalty.tier;

import io.rapport.crm.fault.Require;
import java.time.Instant;

/**
 * Points that count for tiers, or that do not any more.
 *
 * @param at when they were earned; of points that a refund took back, when those were earned
 * @param points below 0 if they went
 */
public record TierEntry(Instant at, long points) {

    public TierEntry {
        Require.present("at", at);
    }
}
