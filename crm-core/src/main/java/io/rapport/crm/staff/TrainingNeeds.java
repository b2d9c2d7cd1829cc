package io.rapport.crm.staff;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * What the staff should learn, as routing has shown it.
 *
 * @param needs one for each skill and level: the most frequent first, then by name and level
 */
public record TrainingNeeds(List<TrainingNeed> needs) {

    public TrainingNeeds {
        needs = ImmutableList.copyOf(needs);
    }

    /** The needs that choices showed, such as those of a month. */
    public static TrainingNeeds from(Stream<RoutingChoice> choices) {
        return choices.collect(collector());
    }

    /** Collects choices, also in parallel. */
    public static Collector<RoutingChoice, ?, TrainingNeeds> collector() {
        return Collector.of(
                TrainingNeedCounts::new,
                TrainingNeedCounts::add,
                TrainingNeedCounts::merge,
                TrainingNeedCounts::result,
                Collector.Characteristics.UNORDERED);
    }
}
