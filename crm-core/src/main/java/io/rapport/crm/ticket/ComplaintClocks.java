package io.rapport.crm.ticket;

import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.Moment;
import io.rapport.crm.ticket.sla.ServiceClock;
import io.rapport.crm.ticket.sla.ServiceClocks;
import io.rapport.crm.ticket.sla.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the deadlines of a complaint stand: a pure function of its history, what was agreed and calendars, as the other
 * clocks of a ticket are. Immutable, thread-safe.
 *
 * @param acknowledgement a clock of {@link Metric#FIRST_RESPONSE} that any message to the customer stops
 * @param finalAnswer a clock of {@link Metric#RESOLUTION} that a decision stops, and an appeal starts again
 */
public record ComplaintClocks(ServiceClock acknowledgement, ServiceClock finalAnswer) {

    /** What was promised is told in the metrics of the two clocks. */
    static ComplaintClocks of(List<TicketEvent> history, List<Agreement> promised, Instant asOf) {
        ServiceClocks clocks = ServiceClocks.of(timeline(history), promised, asOf);
        return new ComplaintClocks(clocks.firstResponse(), clocks.resolution());
    }

    private static Timeline timeline(List<TicketEvent> history) {
        List<Moment> moments = new ArrayList<>();
        for (TicketEvent event : history) {
            kind(event).ifPresent(kind -> moments.add(Moment.of(kind, event.at())));
        }
        return new Timeline(moments);
    }

    private static Optional<Moment.Kind> kind(TicketEvent event) {
        if (event instanceof TicketEvent.Opened) {
            return Optional.of(Moment.Kind.CREATED);
        }
        if (event instanceof TicketEvent.MessageEvent message && message.kind().reachesCustomer()) {
            return Optional.of(Moment.Kind.PUBLIC_RESPONSE);
        }
        if (event instanceof TicketEvent.ComplaintDecided) {
            return Optional.of(Moment.Kind.RESOLVED);
        }
        if (event instanceof TicketEvent.ComplaintAppealed) {
            return Optional.of(Moment.Kind.REOPENED);
        }
        boolean over = event instanceof TicketEvent.Merged || event instanceof TicketEvent.Cancelled;
        return over ? Optional.of(Moment.Kind.ENDED) : Optional.empty();
    }
}
