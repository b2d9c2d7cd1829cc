package io.rapport.crm.ticket.sla;

import io.rapport.crm.fault.Require;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One version of what is promised: a target for each metric that is agreed, and which waits stop its clock. Immutable,
 * thread-safe. An edit makes the next version; tickets keep the version that they were agreed under.
 *
 * <pre>{@code
 * ServiceLevel gold = ServiceLevel.version(ServiceLevelId.of("gold"), 3)
 *         .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(1)))
 *         .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(8)))
 *         .pausing(Metric.RESOLUTION, Wait.CUSTOMER, Wait.THIRD_PARTY);
 * }</pre>
 *
 * @param version from 1
 * @param targets what is agreed; a metric that is left out is not
 * @param pauses the waits that stop a metric's clock. RESOLUTION stops while the customer is waited for, whatever is said;
 *     the other metrics run through every wait unless said
 */
public record ServiceLevel(ServiceLevelId id, int version, Map<Metric, Target> targets, Map<Metric, Set<Wait>> pauses) {

    public ServiceLevel {
        Require.present("id", id);
        Require.positive("version", version);
        targets = immutable(Require.present("targets", targets));
        pauses = complete(Require.present("pauses", pauses));
    }

    /** A version that promises nothing yet. */
    public static ServiceLevel version(ServiceLevelId id, int version) {
        return new ServiceLevel(id, version, Map.of(), Map.of());
    }

    /** The same with one more promise, or another in its place. */
    public ServiceLevel promise(Metric metric, Target target) {
        Map<Metric, Target> more = new EnumMap<>(Metric.class);
        more.putAll(targets);
        more.put(Require.present("metric", metric), Require.present("target", target));
        return new ServiceLevel(id, version, more, pauses);
    }

    /** The same, with a metric's clock stopped by these waits. */
    public ServiceLevel pausing(Metric metric, Wait... waits) {
        Map<Metric, Set<Wait>> more = new EnumMap<>(Metric.class);
        more.putAll(pauses);
        more.put(Require.present("metric", metric), Set.copyOf(Arrays.asList(waits)));
        return new ServiceLevel(id, version, targets, more);
    }

    /** What is agreed for a metric. */
    public Optional<Target> target(Metric metric) {
        return Optional.ofNullable(targets.get(metric));
    }

    /** Whether a wait stops a metric's clock. */
    public boolean pauses(Metric metric, Wait wait) {
        return pauses.getOrDefault(metric, Set.of()).contains(wait);
    }

    private static Map<Metric, Target> immutable(Map<Metric, Target> targets) {
        Map<Metric, Target> copy = new EnumMap<>(Metric.class);
        targets.forEach((metric, target) ->
                copy.put(Require.present("targets[]", metric), Require.present("targets[]", target)));
        return Collections.unmodifiableMap(copy);
    }

    private static Map<Metric, Set<Wait>> complete(Map<Metric, Set<Wait>> pauses) {
        Map<Metric, Set<Wait>> copy = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Set<Wait> waits = EnumSet.noneOf(Wait.class);
            waits.addAll(Require.set("pauses[]", pauses.getOrDefault(metric, Set.of())));
            if (metric == Metric.RESOLUTION) {
                waits.add(Wait.CUSTOMER);
            }
            copy.put(metric, Collections.unmodifiableSet(waits));
        }
        return Collections.unmodifiableMap(copy);
    }
}
