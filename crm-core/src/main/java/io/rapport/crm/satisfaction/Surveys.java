package io.rapport.crm.satisfaction;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketRepository;
import java.time.Instant;
import java.util.Optional;

/**
 * What customers answered. Each call is a unit of work of its own, or part of the one that {@code Crm.inTransaction}
 * opened. Thread-safe outside such a transaction.
 */
public final class Surveys {

    private final Workspace workspace;

    public Surveys(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Writes an answer down. The same command with the same external id again has no second effect and returns the
     * first; of two callers at the same instant one may be refused, and gets the first when it asks again.
     *
     * @throws NotFoundException if the customer or the ticket is unknown
     * @throws InvalidInputException if the ticket is another customer's
     * @throws AlreadyExistsException if an answer with other content has the external id
     */
    public SurveyResponse record(RecordResponse command) {
        workspace.valid(command);
        SurveyResponse made = SurveyResponse.of(new SurveyResponseId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> {
            unit.repository(CustomerRepository.class).require(command.customer());
            command.ticket().ifPresent(ticket -> requireOwn(unit, ticket, command.customer()));
            return repository(unit).addOnce(made, first -> SurveyResponse.of(first.id(), command, first.recordedAt()));
        });
    }

    public Optional<SurveyResponse> find(SurveyResponseId id) {
        return workspace.reading(unit -> repository(unit).find(id));
    }

    /** The responses of a customer, the latest first. Pages stay stable while responses are added. */
    public Page<SurveyResponse> ofCustomer(CustomerId customer, PageRequest request) {
        return workspace.reading(unit -> repository(unit).ofCustomer(customer, request));
    }

    /**
     * How often each score was given in a period.
     *
     * @param from inclusive
     * @param until exclusive, not before {@code from}
     */
    public ScoreTally tally(SurveyKind kind, Instant from, Instant until) {
        Require.that(!until.isBefore(from), "until", "is before from", "give the later end of the period");
        return workspace.reading(unit -> repository(unit).tally(kind, from, until));
    }

    private static void requireOwn(UnitOfWork unit, TicketId id, CustomerId customer) {
        Ticket ticket = unit.repository(TicketRepository.class).find(id).orElseThrow(() -> new NotFoundException(id));
        Require.that(
                ticket.customer().equals(customer), "ticket", "is another customer's", "name a ticket of the customer");
    }

    private static SurveyResponseRepository repository(UnitOfWork unit) {
        return unit.repository(SurveyResponseRepository.class);
    }
}
