package io.rapport.crm.playbook;

import com.google.common.collect.ImmutableMap;
import io.rapport.crm.fault.InvalidInputException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collector;

/**
 * Counts, as tickets end, how well each version of each playbook works. Outcomes of parts, merged in any order, give
 * those of the whole. Keeps 8 bytes for each ticket, since a median cannot be made from medians. Not thread-safe: one
 * per thread, then merge.
 */
public final class PlaybookOutcomes implements Serializable {

    private static final long serialVersionUID = 1L;

    private final HashMap<VersionRef, Tally> tallies = new HashMap<>();

    /** Nothing counted yet. */
    public PlaybookOutcomes() {}

    /** Collects outcomes of tickets, also in parallel. */
    public static Collector<PlaybookOutcome, ?, PlaybookOutcomes> collector() {
        return Collector.of(
                PlaybookOutcomes::new,
                PlaybookOutcomes::add,
                PlaybookOutcomes::merge,
                Collector.Characteristics.UNORDERED,
                Collector.Characteristics.IDENTITY_FINISH);
    }

    /** Counts one ticket. */
    public void add(PlaybookOutcome outcome) {
        tally(outcome.version()).add(outcome);
    }

    /** Takes over what the other has counted; the other stays as it is. Returns this. */
    public PlaybookOutcomes merge(PlaybookOutcomes other) {
        other.tallies.forEach((version, tally) -> tally(version).merge(tally));
        return this;
    }

    /** The figures so far of every version that was applied to a ticket. Sorts what was kept: O(n log n) in tickets. */
    public Map<VersionRef, VersionOutcome> result() {
        ImmutableMap.Builder<VersionRef, VersionOutcome> outcomes = ImmutableMap.builder();
        tallies.forEach((version, tally) -> outcomes.put(version, tally.result(version)));
        return outcomes.buildOrThrow();
    }

    /**
     * Two versions side by side, of the same playbook or of two.
     *
     * @throws InvalidInputException naming {@code first} or {@code second} if no ticket of it was counted
     */
    public VersionComparison compare(VersionRef first, VersionRef second) {
        return new VersionComparison(counted("first", first), counted("second", second));
    }

    private VersionOutcome counted(String field, VersionRef version) {
        Tally tally = tallies.get(version);
        if (tally == null) {
            throw new InvalidInputException(field, "has no tickets", "give a version that was applied");
        }
        return tally.result(version);
    }

    private Tally tally(VersionRef version) {
        return tallies.computeIfAbsent(version, unused -> new Tally());
    }

    /** What was counted of one version. */
    private static final class Tally implements Serializable {

        private static final long serialVersionUID = 1L;
        private static final int FIRST_CAPACITY = 16;

        private long[] seconds = new long[FIRST_CAPACITY];
        private int tickets;
        private long reopened;
        private long reopens;
        private long answered;
        private long favourable;

        void add(PlaybookOutcome outcome) {
            reserve(1);
            seconds[tickets] = outcome.resolution().toSeconds();
            tickets++;
            reopened += outcome.reopens() > 0 ? 1 : 0;
            reopens += outcome.reopens();
            answered += outcome.favourable().isPresent() ? 1 : 0;
            favourable += outcome.favourable().orElse(false) ? 1 : 0;
        }

        void merge(Tally other) {
            int more = other.tickets;
            reserve(more);
            System.arraycopy(other.seconds, 0, seconds, tickets, more);
            tickets += more;
            reopened += other.reopened;
            reopens += other.reopens;
            answered += other.answered;
            favourable += other.favourable;
        }

        VersionOutcome result(VersionRef version) {
            long[] sorted = Arrays.copyOf(seconds, tickets);
            Arrays.sort(sorted);
            Duration mean = Duration.ofSeconds(Arrays.stream(sorted).sum()).dividedBy(tickets);
            Duration middle = Duration.ofSeconds(sorted[(tickets - 1) / 2] + sorted[tickets / 2])
                    .dividedBy(2);
            return new VersionOutcome(version, tickets, mean, middle, reopened, reopens, answered, favourable);
        }

        private void reserve(int more) {
            int needed = Math.addExact(tickets, more);
            if (needed > seconds.length) {
                seconds = Arrays.copyOf(seconds, Math.max(needed, seconds.length + (seconds.length >> 1)));
            }
        }
    }
}
