package io.rapport.crm.ticket.sla;

import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one promise stands. A value that explains itself.
 *
 * @param startedAt since when it is owed
 * @param stoppedAt when it was done, or the ticket ended; empty while it is owed
 * @param paused whether the clock stands still now, because the ticket is parked or resolved
 * @param due when it must be done, or should have been when it was breached; empty while paused, and once it was met
 * @param breachedAt when the promise was broken
 * @param elapsed the business time that has counted
 * @param pausedTime the business time that did not count because the ticket was parked
 * @param remaining the business time that is left, negative once it is used up; empty when nothing is owed or agreed
 * @param agreement what it is judged by
 * @param spans every stretch from the start on; those that are counted add up to {@code elapsed}
 */
public record ServiceClock(
        Metric metric,
        Verdict verdict,
        Optional<Instant> startedAt,
        Optional<Instant> stoppedAt,
        boolean paused,
        Optional<Instant> due,
        Optional<Instant> breachedAt,
        Duration elapsed,
        Duration pausedTime,
        Optional<Duration> remaining,
        Optional<Agreement> agreement,
        List<ClockSpan> spans) {

    public ServiceClock {
        spans = Require.list("spans", spans);
    }

    static ServiceClock idle(Metric metric, Verdict verdict, Optional<Agreement> agreement) {
        return new ServiceClock(
                metric,
                verdict,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty(),
                agreement,
                List.of());
    }

    public boolean met() {
        return verdict == Verdict.MET;
    }

    public boolean breached() {
        return verdict == Verdict.BREACHED;
    }

    /** Whether it is still owed and its clock runs. */
    public boolean running() {
        return startedAt.isPresent() && stoppedAt.isEmpty() && !paused;
    }

    /** Every interval that was counted and skipped, and why. The counted ones add up to {@link #elapsed()}. */
    public List<ClockSpan> explain() {
        return spans;
    }
}
