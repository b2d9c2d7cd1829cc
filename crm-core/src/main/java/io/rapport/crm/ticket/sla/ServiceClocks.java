package io.rapport.crm.ticket.sla;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All clocks of a ticket as of an instant: a pure function of what had happened by then, the agreements and their
 * calendars. Asking often or seldom, early or late, changes no figure. No clock runs while a ticket is resolved.
 * Immutable, thread-safe. Cost is linear in the history.
 *
 * @param stretches for each metric every time that it was owed, oldest first: one for FIRST_RESPONSE and RESOLUTION, one
 *     for each unanswered stretch of NEXT_RESPONSE and each period of PERIODIC_UPDATE
 */
public record ServiceClocks(Instant asOf, Map<Metric, List<ServiceClock>> stretches) {

    public ServiceClocks {
        Require.present("asOf", asOf);
        Map<Metric, List<ServiceClock>> copy = new EnumMap<>(Metric.class);
        stretches.forEach((metric, clocks) -> copy.put(metric, List.copyOf(clocks)));
        stretches = Map.copyOf(copy);
    }

    /**
     * Computes the clocks.
     *
     * @param agreements what was agreed, oldest first; possibly nothing
     * @param asOf moments and agreements after it are not looked at; not before the creation
     */
    public static ServiceClocks of(Timeline timeline, List<Agreement> agreements, Instant asOf) {
        Require.that(!asOf.isBefore(timeline.createdAt()), "asOf", "is before the creation", "ask for a later instant");
        requireOrder(agreements);
        Timeline known = timeline.until(asOf);
        List<Agreement> inForce = agreements.stream()
                .filter(agreement -> !agreement.from().isAfter(asOf))
                .toList();
        Map<Metric, List<ServiceClock>> stretches = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Judge judge = new Judge(metric, known, inForce, asOf);
            stretches.put(
                    metric, Stretch.of(metric, known).stream().map(judge::clock).toList());
        }
        return new ServiceClocks(asOf, stretches);
    }

    /** The latest stretch of a metric; a clock that says so where nothing was owed yet. */
    public ServiceClock clock(Metric metric) {
        List<ServiceClock> clocks = stretches.getOrDefault(metric, List.of());
        return clocks.isEmpty()
                ? ServiceClock.idle(metric, Verdict.NOT_OWED, Optional.empty())
                : clocks.get(clocks.size() - 1);
    }

    public ServiceClock firstResponse() {
        return clock(Metric.FIRST_RESPONSE);
    }

    public ServiceClock nextResponse() {
        return clock(Metric.NEXT_RESPONSE);
    }

    public ServiceClock periodicUpdate() {
        return clock(Metric.PERIODIC_UPDATE);
    }

    public ServiceClock resolution() {
        return clock(Metric.RESOLUTION);
    }

    /** Every stretch that was breached, by the time of the breach. */
    public List<ServiceClock> breaches() {
        return stretches.values().stream()
                .flatMap(List::stream)
                .filter(ServiceClock::breached)
                .sorted(Comparator.comparing(clock -> clock.breachedAt().orElseThrow()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The next instant at which something running is due, also when it has passed; empty if nothing runs. */
    public Optional<Instant> nextDue() {
        return stretches.values().stream()
                .flatMap(List::stream)
                .filter(ServiceClock::running)
                .flatMap(clock -> clock.due().stream())
                .min(Comparator.naturalOrder());
    }

    private static void requireOrder(List<Agreement> agreements) {
        for (int i = 1; i < agreements.size(); i++) {
            Require.that(
                    !agreements.get(i).from().isBefore(agreements.get(i - 1).from()),
                    "agreements",
                    "go back in time",
                    "give them oldest first");
        }
    }
}
