package io.rapport.crm.ticket;

import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.sla.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds pause abuse in a history: parking stops clocks, so it must not be used to gain time while it is the staff's turn.
 * It is the staff's turn from a message of the customer, or the opening, to the next answer of a person. A wait that has
 * an end is over at that end, whenever {@code tick} came to notice it. A pure function.
 */
final class IdleWaits {

    private record Parked(Actor by, Wait waitingFor, Instant from, Optional<Instant> end) {}

    private final List<IdleWait> found = new ArrayList<>();
    private final TicketId ticket;
    private Optional<Instant> unansweredSince;
    private Optional<Parked> parked = Optional.empty();
    private Optional<Instant> bothSince = Optional.empty();

    private IdleWaits(TicketEvent.Opened opened) {
        ticket = opened.ticket();
        unansweredSince = Optional.of(opened.at());
    }

    /** Every such time up to {@code asOf}, the earliest first. */
    static List<IdleWait> of(List<TicketEvent> history, Instant asOf) {
        IdleWaits waits = new IdleWaits((TicketEvent.Opened) history.get(0));
        history.stream().skip(1).filter(event -> !event.at().isAfter(asOf)).forEach(waits::take);
        waits.endOfWait(asOf);
        waits.bothSince.ifPresent(from -> waits.add(from, Optional.empty()));
        return List.copyOf(waits.found);
    }

    private void take(TicketEvent event) {
        endOfWait(event.at());
        if (event instanceof TicketEvent.Parked wait) {
            Wait reason = switch (wait.waitingFor()) {
                case CUSTOMER -> Wait.CUSTOMER;
                case THIRD_PARTY -> Wait.THIRD_PARTY;
            };
            park(new Parked(wait.staff(), reason, wait.at(), wait.until()));
        } else if (event instanceof TicketEvent.Scheduled wait) {
            park(new Parked(wait.staff(), Wait.SCHEDULED, wait.at(), Optional.of(wait.until())));
        } else if (event instanceof TicketEvent.MessageEvent message) {
            said(message);
        } else if (event instanceof TicketEvent.Reopened) {
            unansweredSince = Optional.of(event.at());
        } else if (event instanceof TicketEvent.ProgressEvent) {
            resume(event.at());
        }
    }

    private void park(Parked wait) {
        resume(wait.from());
        parked = Optional.of(wait);
        bothSince = unansweredSince.map(since -> wait.from());
    }

    private void said(TicketEvent.MessageEvent message) {
        if (message.kind().response()) {
            close(message.at());
            unansweredSince = Optional.empty();
        } else if (message.kind() == MessageKind.CUSTOMER) {
            if (parked.filter(wait -> wait.waitingFor() == Wait.CUSTOMER).isPresent()) {
                resume(message.at());
            }
            unansweredSince = unansweredSince.or(() -> Optional.of(message.at()));
            bothSince = bothSince.or(() -> parked.map(wait -> message.at()));
        }
    }

    private void endOfWait(Instant now) {
        parked.flatMap(Parked::end).filter(end -> !end.isAfter(now)).ifPresent(this::resume);
    }

    private void resume(Instant at) {
        close(at);
        parked = Optional.empty();
    }

    private void close(Instant at) {
        bothSince.filter(from -> from.isBefore(at)).ifPresent(from -> add(from, Optional.of(at)));
        bothSince = Optional.empty();
    }

    private void add(Instant from, Optional<Instant> until) {
        Parked wait = parked.orElseThrow();
        found.add(new IdleWait(ticket, wait.by(), wait.waitingFor(), unansweredSince.orElseThrow(), from, until));
    }
}
