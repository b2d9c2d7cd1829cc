package io.rapport.crm.retention.health;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns signals into one score: the weighted mean of the points of those that are present. A missing signal neither
 * helps nor harms; the coverage says how much was known. No signal, no score.
 *
 * @param signals all signals there may be, each code once
 */
public record HealthModel(List<HealthSignal> signals) implements Serializable {

    private static final double MIDDLE = 50;

    public HealthModel {
        signals = Require.list("signals", signals);
        Require.that(!signals.isEmpty(), "signals", "are empty", "give at least one");
        Require.that(
                signals.stream().map(HealthSignal::code).distinct().count() == signals.size(),
                "signals",
                "repeat a code",
                "give each signal once");
    }

    /** A model of these signals. */
    public static HealthModel of(HealthSignal... signals) {
        return new HealthModel(List.of(signals));
    }

    /**
     * The score of a customer; empty if none of the figures is known.
     *
     * @param figures by the code of the signal; what is not known is left out
     */
    public Optional<HealthScore> score(Map<String, Double> figures) {
        Set<String> codes = signals.stream().map(HealthSignal::code).collect(Collectors.toSet());
        Require.that(
                codes.containsAll(figures.keySet()), "figures", "hold an unknown signal", "give those of the model");
        Require.list("figures", figures.values());
        double weight = signals.stream()
                .filter(signal -> figures.containsKey(signal.code()))
                .mapToDouble(HealthSignal::weight)
                .sum();
        if (weight == 0) {
            return Optional.empty();
        }
        List<HealthReason> reasons = signals.stream()
                .map(signal -> reason(signal, Optional.ofNullable(figures.get(signal.code())), weight))
                .sorted(Comparator.<HealthReason, Boolean>comparing(
                                reason -> reason.kind() == HealthReason.Kind.MISSING)
                        .thenComparing(HealthReason::effect)
                        .thenComparing(HealthReason::code))
                .toList();
        double sum = signals.stream()
                .filter(signal -> figures.containsKey(signal.code()))
                .mapToDouble(signal -> signal.weight() * signal.points(figures.getOrDefault(signal.code(), 0.0)))
                .sum();
        double all = signals.stream().mapToDouble(HealthSignal::weight).sum();
        return Optional.of(new HealthScore(Math.min(100, sum / weight), weight / all, reasons));
    }

    private static HealthReason reason(HealthSignal signal, Optional<Double> figure, double weight) {
        if (figure.isEmpty()) {
            return new HealthReason(
                    signal.code(), HealthReason.Kind.MISSING, OptionalDouble.empty(), OptionalDouble.empty(), 0);
        }
        double points = signal.points(figure.get());
        return new HealthReason(
                signal.code(),
                points < MIDDLE ? HealthReason.Kind.PULLS_DOWN : HealthReason.Kind.HOLDS_UP,
                OptionalDouble.of(figure.get()),
                OptionalDouble.of(points),
                (points - MIDDLE) * signal.weight() / weight);
    }
}
