package io.rapport.crm.loyalty.tier;

import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Points by when they count, those of one instant together. */
final class Timeline {

    private final NavigableMap<Instant, Long> points = new TreeMap<>();

    Timeline(Collection<TierEntry> entries, Instant until) {
        entries.stream()
                .filter(entry -> !entry.at().isAfter(until))
                .forEach(entry -> points.merge(entry.at(), entry.points(), Math::addExact));
    }

    NavigableMap<Instant, Long> all() {
        return points;
    }

    /** Those from an instant on, and before another. */
    NavigableMap<Instant, Long> between(Instant from, Instant until) {
        return from.isBefore(until) ? points.subMap(from, true, until, false) : new TreeMap<>();
    }

    long sum() {
        return points.values().stream().mapToLong(Long::longValue).sum();
    }
}
