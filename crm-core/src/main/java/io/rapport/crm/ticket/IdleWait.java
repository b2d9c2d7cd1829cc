package io.rapport.crm.ticket;

import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.sla.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a ticket was parked although the customer was waiting for an answer.
 *
 * @param parkedBy who parked it
 * @param waitingFor what it was parked for
 * @param unansweredSince since when the customer was waiting: the first message that nobody had answered
 * @param from when both began
 * @param until when the first of the two ended; empty while neither has
 */
public record IdleWait(
        TicketId ticket,
        Actor parkedBy,
        Wait waitingFor,
        Instant unansweredSince,
        Instant from,
        Optional<Instant> until) {

    /** How long both lasted, or last until {@code now}; elapsed time. */
    public Duration lasted(Instant now) {
        return Duration.between(from, until.orElse(now));
    }
}
