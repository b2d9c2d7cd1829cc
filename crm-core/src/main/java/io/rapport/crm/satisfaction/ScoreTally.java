package io.rapport.crm.satisfaction;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.rapport.crm.fault.Require;
import java.util.Map;
import java.util.SortedMap;

/**
 * How often each score was given. Answers on different scales are kept apart, since 5 of 5 is not 5 of 7.
 *
 * @param counts by scale, and within it by score in rising order; scores that nobody gave are left out
 */
public record ScoreTally(Map<Scale, SortedMap<Integer, Long>> counts) {

    public ScoreTally {
        ImmutableMap.Builder<Scale, SortedMap<Integer, Long>> copy = ImmutableMap.builder();
        Require.present("counts", counts).forEach((scale, scores) -> {
            scores.forEach((score, count) -> requireCount(scale, score, count));
            copy.put(scale, ImmutableSortedMap.copyOf(scores));
        });
        counts = copy.buildOrThrow();
    }

    /** How often each score was given on one scale; empty if nobody answered on it. */
    public SortedMap<Integer, Long> on(Scale scale) {
        return counts.getOrDefault(scale, ImmutableSortedMap.of());
    }

    /** How many answers there are on all scales. */
    public long total() {
        return counts.values().stream()
                .flatMap(scores -> scores.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void requireCount(Scale scale, int score, long count) {
        Require.between("counts", score, scale.low(), scale.high());
        Require.positive("counts", count);
    }
}
