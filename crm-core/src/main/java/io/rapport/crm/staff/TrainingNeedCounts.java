package io.rapport.crm.staff;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the skills that were missing when work was routed. Counts of parts, merged in any order, give those of the
 * whole. Not thread-safe: one per thread, then merge.
 */
public final class TrainingNeedCounts implements Serializable {

    private static final long serialVersionUID = 1L;

    private final HashMap<SkillLevel, Long> counts = new HashMap<>();

    /** Nothing counted yet. */
    public TrainingNeedCounts() {}

    /** Counts what one choice lacked. */
    public void add(RoutingChoice choice) {
        choice.unmet().forEach(skill -> counts.merge(skill, 1L, Long::sum));
    }

    /** Takes over what the other has counted; the other stays as it is. Returns this. */
    public TrainingNeedCounts merge(TrainingNeedCounts other) {
        Map.copyOf(other.counts).forEach((skill, count) -> counts.merge(skill, count, Long::sum));
        return this;
    }

    /** What was counted so far. */
    public TrainingNeeds result() {
        return new TrainingNeeds(counts.entrySet().stream()
                .map(one -> new TrainingNeed(one.getKey().skill(), one.getKey().level(), one.getValue()))
                .sorted(Comparator.comparingLong(TrainingNeed::count)
                        .reversed()
                        .thenComparing(need -> need.skill().at(need.level()), SkillLevel.BY_NAME))
                .toList());
    }
}
