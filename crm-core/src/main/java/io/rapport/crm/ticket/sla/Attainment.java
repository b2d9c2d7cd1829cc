package io.rapport.crm.ticket.sla;

import com.google.common.collect.ImmutableSortedMap;
import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * How often a promise was kept, and how long it took in business time. Immutable, thread-safe.
 *
 * @param met how often it was done in time
 * @param breached how often it was not, whether it was done since or not
 * @param open how often it is still owed, in time so far; not part of the share
 * @param elapsedSeconds the business time of everything that was done, whole seconds to how often
 */
public record Attainment(Metric metric, long met, long breached, long open, SortedMap<Long, Long> elapsedSeconds)
        implements Serializable {

    public Attainment {
        Require.present("metric", metric);
        Require.that(
                Math.min(Math.min(met, breached), open) >= 0, "attainment", "holds a number below 0", "give counts");
        elapsedSeconds = ImmutableSortedMap.copyOf(elapsedSeconds);
    }

    /** Met over met and breached, 0 to 1; empty while nothing was decided. */
    public OptionalDouble share() {
        long decided = met + breached;
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) met / decided);
    }

    /** Half of what was done took at most this business time; empty if nothing was done. */
    public Optional<Duration> median() {
        return percentile(50);
    }

    /** Nine tenths of what was done took at most this business time; empty if nothing was done. */
    public Optional<Duration> percentile90() {
        return percentile(90);
    }

    /**
     * The nearest-rank percentile: the shortest business time within which at least {@code percent} of what was done was
     * done. No interpolation, so it is a time that occurred.
     *
     * @param percent 1 to 100
     */
    public Optional<Duration> percentile(int percent) {
        Require.between("percent", percent, 1, 100);
        long done = elapsedSeconds.values().stream().mapToLong(Long::longValue).sum();
        long rank = (Math.multiplyExact(done, (long) percent) + 99) / 100;
        long seen = 0;
        for (Map.Entry<Long, Long> entry : elapsedSeconds.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return Optional.of(Duration.ofSeconds(entry.getKey()));
            }
        }
        return Optional.empty();
    }
}
