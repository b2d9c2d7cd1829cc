package io.rapport.crm.loyalty.tier;

import java.util.List;
import java.util.Optional;

/** Tiers by number: 0 is none, 1 the lowest. */
record Levels(List<Tier> tiers, Downgrade downgrade) {

    int reachedBy(long points) {
        int level = 0;
        while (level < tiers.size() && tiers.get(level).threshold() <= points) {
            level++;
        }
        return level;
    }

    /** Where somebody goes who holds a level and earned another. */
    int after(int held, int earned) {
        return switch (downgrade) {
            case FULL -> earned;
            case ONE_STEP -> Math.max(earned, held - 1);
            case NONE -> Math.max(earned, held);
        };
    }

    Optional<Tier> tier(int level) {
        return level == 0 ? Optional.empty() : Optional.of(tiers.get(level - 1));
    }

    Optional<Tier> above(int level) {
        return level == tiers.size() ? Optional.empty() : Optional.of(tiers.get(level));
    }

    /** From how many points a level is kept. */
    long threshold(int level) {
        return tier(level).map(Tier::threshold).orElse(0L);
    }

    /** How many points are missing for the next level; 0 in the highest. */
    long missing(int level, long points) {
        return above(level).map(next -> Math.max(0, next.threshold() - points)).orElse(0L);
    }
}
