package io.rapport.crm.quickstart.relations;

import io.rapport.crm.quickstart.scorecard.Scorecard;
import io.rapport.crm.quickstart.scorecard.Share;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketStatus;
import io.rapport.crm.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts tickets page by page. */
final class TicketFigures {

    private final Map<TicketStatus, Long> byStatus;
    private final List<Duration> responses = new ArrayList<>();
    private final List<Instant> unanswered = new ArrayList<>();
    private Optional<Instant> asOf;
    private long all;
    private long complaints;

    private TicketFigures(Map<TicketStatus, Long> byStatus, Optional<Instant> asOf) {
        this.byStatus = byStatus;
        this.asOf = asOf;
    }

    /**
     * Reads all tickets. They are judged as of the last moment that the data tell of, not as of the moment of reading:
     * the same data give the same figures tomorrow.
     *
     * @param end up to which other data reach
     */
    static TicketFigures read(Tickets tickets, Optional<Instant> end) {
        TicketFigures figures = new TicketFigures(tickets.countByStatus(), end);
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.MAX_SIZE));
        while (request.isPresent()) {
            Page<Ticket> page = tickets.page(request.get());
            page.items().forEach(figures::add);
            request = page.next().map(cursor -> PageRequest.after(cursor, PageRequest.MAX_SIZE));
        }
        return figures;
    }

    /** The figures against a target for the first response, in elapsed time. Neither is a ticket late before it is. */
    Scorecard.Tickets within(Duration target) {
        long met =
                responses.stream().filter(time -> time.compareTo(target) <= 0).count();
        long overdue = unanswered.stream()
                .filter(openedAt -> asOf.filter(openedAt.plus(target)::isBefore).isPresent())
                .count();
        return new Scorecard.Tickets(
                Stream.of(TicketStatus.values())
                        .filter(byStatus::containsKey)
                        .map(status -> new Scorecard.Tickets.State(status.name(), byStatus.getOrDefault(status, 0L)))
                        .toList(),
                new Share(complaints, all),
                new Share(met, responses.size() + overdue),
                target);
    }

    private void add(Ticket ticket) {
        all++;
        complaints += ticket.kind() == TicketKind.COMPLAINT ? 1 : 0;
        ticket.firstResponseAt()
                .ifPresentOrElse(
                        at -> responses.add(Duration.between(ticket.openedAt(), at)),
                        () -> unanswered.add(ticket.openedAt()));
        Stream.of(Optional.of(ticket.openedAt()), ticket.firstResponseAt(), ticket.resolvedAt(), ticket.closedAt())
                .flatMap(Optional::stream)
                .filter(at -> asOf.filter(at::isBefore).isEmpty())
                .forEach(at -> asOf = Optional.of(at));
    }
}
