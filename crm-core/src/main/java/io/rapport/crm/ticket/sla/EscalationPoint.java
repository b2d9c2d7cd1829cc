package io.rapport.crm.ticket.sla;

import io.rapport.crm.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where one level of a running clock stands.
 *
 * @param reachedAt when so much business time was on the clock, or will be if nothing stops it; not before the start
 * @param firesAt the same, or the next opening if that is out of hours and the level is not urgent
 */
public record EscalationPoint(ServiceClock clock, EscalationLevel level, Instant reachedAt, Instant firesAt) {

    /**
     * The points of a clock at which something is done, in order. None for a clock that stands still, was stopped or
     * promises nothing: what is parked or done is not escalated.
     *
     * @param asOf the instant for which the clock was computed
     */
    public static List<EscalationPoint> of(ServiceClock clock, Escalation escalation, Instant asOf) {
        if (!clock.running() || clock.remaining().isEmpty()) {
            return List.of();
        }
        Duration target = clock.elapsed().plus(clock.remaining().get());
        return escalation.of(clock.metric()).stream()
                .map(level -> of(clock, level, level.trigger().threshold(target), asOf))
                .toList();
    }

    /** Whether it is to be done at an instant: it was reached, and the calendar is open or the level urgent. */
    public boolean firesBy(Instant now) {
        return !firesAt.isAfter(now) && (level.urgent() || calendar(clock).isOpen(now));
    }

    /** When to look again, if it does not fire at {@code now}. */
    public Instant nextLook(Instant now) {
        return firesAt.isAfter(now) ? firesAt : calendar(clock).nextOpenOrSame(now);
    }

    private static EscalationPoint of(ServiceClock clock, EscalationLevel level, Duration threshold, Instant asOf) {
        Instant reached = onTheClock(clock, threshold)
                .orElseGet(() -> calendar(clock).add(asOf, threshold.minus(clock.elapsed())));
        Instant fires = level.urgent() ? reached : calendar(clock).nextOpenOrSame(reached);
        return new EscalationPoint(clock, level, reached, fires);
    }

    /** The instant in the past at which so much was on the clock. */
    private static Optional<Instant> onTheClock(ServiceClock clock, Duration threshold) {
        if (threshold.isZero()) {
            return clock.startedAt();
        }
        Duration left = threshold;
        for (ClockSpan span : clock.spans()) {
            if (span.counted() && left.compareTo(span.duration()) <= 0) {
                return Optional.of(span.from().plus(left));
            }
            left = span.counted() ? left.minus(span.duration()) : left;
        }
        return Optional.empty();
    }

    private static BusinessCalendar calendar(ServiceClock clock) {
        return clock.agreement().orElseThrow().calendar();
    }
}
