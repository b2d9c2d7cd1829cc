package io.rapport.crm.ticket;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Support tickets. Each call is a unit of work of its own, or part of the one that {@code Crm.inTransaction} opened.
 * Verbs throw {@link NotFoundException} for an unknown ticket, {@link IllegalTransitionException} where its state forbids
 * them, and {@link StaleAggregateException} if somebody saved the ticket at the same moment. Thread-safe outside such a
 * transaction.
 */
public final class Tickets {

    private final Workspace workspace;

    public Tickets(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Opens a ticket for a customer.
     *
     * @throws NotFoundException if the customer is unknown
     * @throws AlreadyExistsException if another ticket has the external id
     */
    public Ticket open(OpenTicket command) {
        workspace.valid(command);
        Ticket ticket = Ticket.open(new TicketId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> {
            unit.repository(CustomerRepository.class).require(command.customer());
            return saved(unit, ticket);
        });
    }

    public Optional<Ticket> find(TicketId id) {
        return workspace.reading(unit -> repository(unit).find(id));
    }

    /** The customer wrote again. A wait for the customer ends at once. */
    public Ticket customerReply(TicketId id, String message) {
        return changed(id, (ticket, now) -> ticket.customerReply(message, now));
    }

    /** A person of the staff answers in words that the customer sees. */
    public Ticket staffReply(TicketId id, Actor staff, String message) {
        return changed(id, (ticket, now) -> ticket.staffReply(staff, message, now));
    }

    /** Work stops until somebody else has acted. */
    public Ticket park(TicketId id, WaitingFor waitingFor, Actor staff) {
        return changed(id, (ticket, now) -> ticket.park(waitingFor, staff, now));
    }

    /** Work goes on. */
    public Ticket resume(TicketId id, Actor staff) {
        return changed(id, (ticket, now) -> ticket.resume(staff, now));
    }

    public Ticket resolve(TicketId id, Resolution how, Actor staff) {
        workspace.valid(how);
        return changed(id, (ticket, now) -> ticket.resolve(how, staff, now));
    }

    /** The customer's needs are not met after all. */
    public Ticket reopen(TicketId id, String reason) {
        return changed(id, (ticket, now) -> ticket.reopen(reason, now));
    }

    public Ticket close(TicketId id) {
        return changed(id, Ticket::close);
    }

    /**
     * Saves changes that were decided on a ticket loaded earlier.
     *
     * @throws StaleAggregateException if somebody saved the ticket meanwhile
     */
    public Ticket save(Ticket ticket) {
        return workspace.inTransaction(unit -> saved(unit, ticket));
    }

    /** Everything that happened to a ticket, oldest first; its messages are the conversation. */
    public List<TicketEvent> history(TicketId id) {
        return workspace.reading(unit -> repository(unit).history(id));
    }

    /** Every ticket, by the time it was opened. */
    public Page<Ticket> page(PageRequest request) {
        return workspace.reading(unit -> repository(unit).page(request));
    }

    /** The tickets of a customer, the latest first. */
    public Page<Ticket> page(CustomerId customer, PageRequest request) {
        return workspace.reading(unit -> repository(unit).page(customer, request));
    }

    /** How many tickets are in each state; states without tickets are left out. */
    public Map<TicketStatus, Long> countByStatus() {
        return workspace.reading(unit -> repository(unit).countByStatus());
    }

    private Ticket changed(TicketId id, BiFunction<Ticket, Instant, Ticket> verb) {
        return workspace.inTransaction(unit -> {
            Ticket ticket = repository(unit).find(id).orElseThrow(() -> new NotFoundException(id));
            return saved(unit, verb.apply(ticket, workspace.now()));
        });
    }

    private static Ticket saved(UnitOfWork unit, Ticket ticket) {
        repository(unit).save(ticket);
        return ticket.saved();
    }

    private static TicketRepository repository(UnitOfWork unit) {
        return unit.repository(TicketRepository.class);
    }
}
