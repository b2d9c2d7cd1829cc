package io.rapport.crm.loyalty.tier;

import java.util.Optional;

/** All points that ever counted. By balance a tier comes and goes with them. */
record LifetimeWalk(TierPlan plan, Levels levels, Timeline timeline) {

    TierStanding standing() {
        long points = timeline.sum();
        int level = levels.reachedBy(points);
        if (plan.downgrade() == Downgrade.NONE) {
            long running = 0;
            for (long change : timeline.all().values()) {
                running += change;
                level = Math.max(level, levels.reachedBy(running));
            }
        }
        return new TierStanding(
                levels.tier(level),
                points,
                levels.above(level),
                levels.missing(level, points),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }
}
