package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.UnitOfWork;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds the ticket that takes a customer's message: the one it was sent to while that can take it, and else the one in
 * which it goes on.
 */
record CustomerMessages(TicketDesk desk) {

    static final String REOPENED_BY_MESSAGE = "The customer wrote again";

    Ticket take(TicketId id, String text) {
        return desk.workspace()
                .inTransaction(unit -> take(unit, id, text, desk.workspace().now()));
    }

    /** Ends, because merges lead to a live ticket, and follow-ups to one that was opened later. */
    private Ticket take(UnitOfWork unit, TicketId id, String text, Instant now) {
        TicketRepository tickets = TicketDesk.repository(unit);
        Ticket ticket = TicketDesk.current(tickets, id);
        if (ticket.status().live()) {
            return TicketDesk.saved(tickets, ticket.customerReply(text, now));
        }
        Optional<TicketId> next = followUp(ticket);
        if (next.isPresent()) {
            return take(unit, next.get(), text, now);
        }
        if (ticket.status() == TicketStatus.RESOLVED && desk.policy().mayReopen(ticket, now)) {
            Ticket reopened = ticket.reopen(REOPENED_BY_MESSAGE, desk.policy(), now);
            return desk.savedWithCare(unit, reopened.customerReply(text, now));
        }
        return followedUp(unit, ticket, text, now);
    }

    private Ticket followedUp(UnitOfWork unit, Ticket ended, String text, Instant now) {
        Customer customer = unit.repository(CustomerRepository.class).require(ended.customer());
        TicketId id = new TicketId(desk.workspace().nextId());
        OpenTicket command = OpenTicket.of(ended.customer(), ended.kind(), ended.subject())
                .saying(Ticket.message(text))
                .sorted(ended.triage());
        Ticket linked = Ticket.open(id, command, now).link(TicketLink.followUpOf(ended.id()), Actor.SYSTEM, now);
        Ticket opened = ended.complaint()
                .map(ComplaintDetails::allBarred)
                .filter(barred -> !barred.isEmpty())
                .map(barred -> linked.after(new TicketEvent.ComplaintHandlersBarred(ImmutableList.copyOf(barred), now)))
                .orElse(linked);
        Ticket closed = ended.status() == TicketStatus.RESOLVED ? ended.close(now) : ended;
        TicketDesk.repository(unit)
                .save(closed.after(
                        new TicketEvent.Linked(new TicketLink(LinkKind.FOLLOWED_UP_BY, id), Actor.SYSTEM, now)));
        return desk.opened(unit, opened, customer, text);
    }

    private static Optional<TicketId> followUp(Ticket ticket) {
        return ticket.links().stream()
                .filter(link -> link.kind() == LinkKind.FOLLOWED_UP_BY)
                .map(TicketLink::ticket)
                .findFirst();
    }
}
