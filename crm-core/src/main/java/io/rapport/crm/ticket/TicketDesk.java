package io.rapport.crm.ticket;

import io.rapport.crm.calendar.Calendars;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the services of this room share: loading, changing and saving tickets by the policy of the host. */
record TicketDesk(
        Workspace workspace, TicketPolicy policy, Optional<FollowUpPolicy> followUpPolicy, Calendars calendars) {

    Ticket changed(TicketId id, BiFunction<Ticket, Instant, Ticket> verb) {
        return workspace.inTransaction(unit ->
                savedWithCare(unit, verb.apply(required(repository(unit), id), workspace.now())));
    }

    <R> R writing(Function<TicketRepository, R> work) {
        return workspace.inTransaction(unit -> work.apply(repository(unit)));
    }

    <R> R reading(Function<TicketRepository, R> work) {
        return workspace.reading(unit -> work.apply(repository(unit)));
    }

    /**
     * Saves a new ticket under the agreement that is meant for it, and with the playbook that it is to follow.
     *
     * @param message what the customer said
     */
    Ticket opened(UnitOfWork unit, Ticket ticket, Customer customer, String message) {
        Ticket agreed = ticket.agree(terms(unit).match(ticket, customer), Actor.SYSTEM, ticket.openedAt());
        Ticket begun = new PlaybookChoice(unit).begun(agreed, customer, message, ticket.openedAt());
        return saved(repository(unit), begun);
    }

    /** Changes how a ticket is sorted, and with it what is agreed, while that matters. */
    Ticket sorted(TicketId id, BiFunction<Ticket, Instant, Ticket> verb) {
        return workspace.inTransaction(unit -> {
            Instant now = workspace.now();
            Ticket before = required(repository(unit), id);
            Ticket sorted = verb.apply(before, now);
            boolean owed = sorted.status().live() || sorted.status() == TicketStatus.RESOLVED;
            boolean changed = !sorted.equals(before);
            return saved(
                    repository(unit),
                    owed && changed ? sorted.agree(terms(unit).rematch(sorted), Actor.SYSTEM, now) : sorted);
        });
    }

    /** The policies and calendars, read in a unit of work that is open. */
    ServiceTerms terms(UnitOfWork unit) {
        return new ServiceTerms(workspace.within(unit), calendars);
    }

    /** The ticket itself, wherever it was merged into. */
    static Ticket required(TicketRepository tickets, TicketId id) {
        return tickets.find(id).orElseThrow(() -> new NotFoundException(id));
    }

    /** The end of the chain of merges; one round trip for each link of it. */
    static Ticket current(TicketRepository tickets, TicketId id) {
        Ticket ticket = required(tickets, id);
        while (ticket.mergedInto().isPresent()) {
            ticket = required(tickets, ticket.mergedInto().get());
        }
        return ticket;
    }

    /** Everything that happened to a ticket that must exist. */
    static List<TicketEvent> history(UnitOfWork unit, TicketId id) {
        List<TicketEvent> history = repository(unit).history(id);
        if (history.isEmpty()) {
            throw new NotFoundException(id);
        }
        return history;
    }

    /** Saves a ticket together with what follows from its being resolved or reopened. */
    Ticket savedWithCare(UnitOfWork unit, Ticket ticket) {
        return new Aftercare(workspace, followUpPolicy, calendars).save(unit, ticket);
    }

    /** Saves a ticket that is neither resolved nor reopened. */
    static Ticket saved(TicketRepository tickets, Ticket ticket) {
        tickets.save(ticket);
        return ticket.saved();
    }

    static TicketRepository repository(UnitOfWork unit) {
        return unit.repository(TicketRepository.class);
    }
}
