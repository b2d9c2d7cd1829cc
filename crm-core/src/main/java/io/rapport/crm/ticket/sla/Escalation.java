package io.rapport.crm.ticket.sla;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is done while a promise is about to be broken, and after: for each metric its levels, in the order in which they
 * are reached. Immutable, thread-safe.
 */
public record Escalation(Map<Metric, List<EscalationLevel>> levels) {

    /** Nothing is done. */
    public static final Escalation NONE = new Escalation(Map.of());

    /**
     * Checks the names and the order.
     *
     * @throws InvalidInputException naming the metric and the level, if two levels have one name, or one is reached no
     *     later than the one before it
     */
    public Escalation {
        Map<Metric, List<EscalationLevel>> copy = new EnumMap<>(Metric.class);
        Require.present("levels", levels).forEach((metric, ladder) -> copy.put(metric, Require.list("levels", ladder)));
        copy.forEach(Escalation::requireNames);
        copy.forEach((metric, ladder) -> requireOrder(metric, ladder, Optional.empty()));
        levels = Collections.unmodifiableMap(copy);
    }

    /** The levels of a metric in order; none if nothing is done. */
    public List<EscalationLevel> of(Metric metric) {
        return levels.getOrDefault(metric, List.of());
    }

    /** The same with one more level of a metric, above those that it has. */
    public Escalation with(Metric metric, EscalationLevel level) {
        Map<Metric, List<EscalationLevel>> more = new EnumMap<>(Metric.class);
        more.putAll(levels);
        more.put(
                Require.present("metric", metric),
                ImmutableList.<EscalationLevel>builder()
                        .addAll(of(metric))
                        .add(Require.present("level", level))
                        .build());
        return new Escalation(more);
    }

    /**
     * Checks that a service level promises what is escalated, and the order where percentages and offsets are mixed.
     *
     * @throws InvalidInputException naming the metric and the level
     */
    public void requireFit(ServiceLevel promised) {
        levels.forEach((metric, ladder) -> {
            Target target = promised.target(metric)
                    .orElseThrow(() -> new InvalidInputException(
                            "escalation." + metric, "has levels for what is not promised", "promise the metric"));
            requireOrder(metric, ladder, amount(target));
        });
    }

    private static Optional<Duration> amount(Target target) {
        return target instanceof Target.BusinessTime time ? Optional.of(time.amount()) : Optional.empty();
    }

    private static void requireNames(Metric metric, List<EscalationLevel> ladder) {
        Set<String> seen = new HashSet<>();
        ladder.forEach(level -> Require.that(
                seen.add(level.name()),
                "escalation." + metric,
                "has two levels named " + level.name(),
                "give each level a name of its own"));
    }

    private static void requireOrder(Metric metric, List<EscalationLevel> ladder, Optional<Duration> target) {
        for (int i = 1; i < ladder.size(); i++) {
            EscalationLevel later = ladder.get(i);
            Require.that(
                    ascends(ladder.get(i - 1).trigger(), later.trigger(), target),
                    "escalation." + metric + "." + later.name(),
                    "is not reached later than the level before it",
                    "give the levels in the order in which they are reached");
        }
    }

    /** Without a target percentages and offsets cannot be compared with each other. */
    private static boolean ascends(Trigger earlier, Trigger later, Optional<Duration> target) {
        if (earlier instanceof Trigger.Percent one && later instanceof Trigger.Percent other) {
            return one.percent() < other.percent();
        }
        if (earlier instanceof Trigger.FromDue one && later instanceof Trigger.FromDue other) {
            return one.offset().compareTo(other.offset()) < 0;
        }
        return target.map(amount -> earlier.threshold(amount).compareTo(later.threshold(amount)) < 0)
                .orElse(true);
    }
}
