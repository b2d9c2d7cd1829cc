package io.rapport.crm.loyalty.tier;

import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a customer stands.
 *
 * @param tier the tier; empty below the lowest
 * @param points those that count now
 * @param next the tier above; empty in the highest
 * @param missing how many points are missing for it; 0 in the highest
 * @param nextBy until when they must be earned, exclusive; empty where points do not lapse or there is no next tier
 * @param toKeep what is missing to keep the tier; 0 if nothing is, or there is none to lose
 * @param keepBy until when that must be earned, exclusive: the end of the window or, of a grace that runs, its end. Of a
 *     rolling window, when the tier is lost unless more is earned. Empty if nothing is missing
 * @param lostAt when the tier is lost if nothing more is earned; empty if it is not
 */
public record TierStanding(
        Optional<Tier> tier,
        long points,
        Optional<Tier> next,
        long missing,
        Optional<Instant> nextBy,
        long toKeep,
        Optional<Instant> keepBy,
        Optional<Instant> lostAt) {

    public TierStanding {
        Require.present("tier", tier);
        Require.present("next", next);
        Require.present("nextBy", nextBy);
        Require.present("keepBy", keepBy);
        Require.present("lostAt", lostAt);
    }
}
