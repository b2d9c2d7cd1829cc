package io.rapport.crm.loyalty.tier;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A window that moves. All the way down, a tier is the highest for which there were enough points at some instant of the
 * grace that ends now; step by step, each step waits for a grace of its own. Used once.
 */
final class RollingWalk {

    private final TierPlan plan;
    private final Levels levels;
    private final ZoneId zone;
    private final Instant at;
    /** How many points count from an instant on, until the next one. */
    private final NavigableMap<Instant, Long> counting = new TreeMap<>();

    RollingWalk(TierPlan plan, Levels levels, Timeline timeline, ZoneId zone, Instant at) {
        this.plan = plan;
        this.levels = levels;
        this.zone = zone;
        this.at = at;
        NavigableMap<Instant, Long> changes = new TreeMap<>();
        timeline.all().forEach((earned, points) -> {
            changes.merge(earned, points, Math::addExact);
            changes.merge(later(earned, plan.window().length()), -points, Math::addExact);
        });
        long sum = 0;
        for (var change : changes.entrySet()) {
            sum = Math.addExact(sum, change.getValue());
            counting.put(change.getKey(), sum);
        }
    }

    TierStanding standing() {
        int level = level(at);
        long points = points(at);
        Optional<Instant> lost = lostAt(level);
        long toKeep = lost.map(when -> Math.max(1, levels.threshold(level) - points(when)))
                .orElse(0L);
        return new TierStanding(
                levels.tier(level),
                points,
                levels.above(level),
                levels.missing(level, points),
                levels.above(level).flatMap(unused -> nextDrop()),
                toKeep,
                lost,
                lost);
    }

    private int level(Instant when) {
        return switch (plan.downgrade()) {
            case FULL -> highestSince(when);
            case ONE_STEP -> stepped(when);
            case NONE ->
                levels.reachedBy(counting.headMap(when, true).values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0));
        };
    }

    private int highestSince(Instant when) {
        int level = levels.reachedBy(points(when));
        for (var from : counting.headMap(when, true).descendingMap().entrySet()) {
            level = Math.max(level, levels.reachedBy(from.getValue()));
            var before = counting.lowerEntry(from.getKey());
            if (before == null) {
                return level;
            }
            if (!later(from.getKey(), plan.grace()).isAfter(when)) {
                return level;
            }
            level = Math.max(level, levels.reachedBy(before.getValue()));
        }
        return level;
    }

    private int stepped(Instant when) {
        int held = 0;
        Optional<Instant> below = Optional.empty();
        for (var from : counting.headMap(when, true).entrySet()) {
            var next = counting.higherKey(from.getKey());
            Instant until = next == null || next.isAfter(when) ? when.plusNanos(1) : next;
            int reached = levels.reachedBy(from.getValue());
            if (reached >= held) {
                held = reached;
                below = Optional.empty();
                continue;
            }
            Instant since = below.orElse(from.getKey());
            while (reached < held && later(since, plan.grace()).isBefore(until)) {
                since = later(since, plan.grace());
                held--;
            }
            below = reached < held ? Optional.of(since) : Optional.empty();
        }
        return held;
    }

    /** When the level first falls if nothing more is earned. */
    private Optional<Instant> lostAt(int level) {
        if (level == 0 || plan.downgrade() == Downgrade.NONE) {
            return Optional.empty();
        }
        return counting.keySet().stream()
                .flatMap(when -> Stream.iterate(when, step -> later(step, plan.grace()))
                        .limit(levels.tiers().size() + 1L))
                .filter(when -> when.isAfter(at))
                .sorted()
                .filter(when -> level(when) < level)
                .findFirst();
    }

    private Optional<Instant> nextDrop() {
        return Optional.ofNullable(counting.higherKey(at));
    }

    private long points(Instant when) {
        var from = counting.floorEntry(when);
        return from == null ? 0 : from.getValue();
    }

    private Instant later(Instant instant, Period time) {
        return instant.atZone(zone).plus(time).toInstant();
    }
}
