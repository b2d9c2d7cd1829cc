package io.rapport.crm.interaction;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The contacts with customers. Each call is a unit of work of its own, or part of the one that {@code Crm.inTransaction}
 * opened. Thread-safe outside such a transaction.
 */
public final class Interactions {

    private final Workspace workspace;

    public Interactions(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Writes a contact down. The same command with the same external id again has no second effect and returns the
     * first; of two callers at the same instant one may be refused, and gets the first when it asks again.
     *
     * @throws NotFoundException if the customer is unknown
     * @throws AlreadyExistsException if a contact with other content has the external id
     */
    public Interaction record(RecordInteraction command) {
        workspace.valid(command);
        Interaction made = Interaction.of(new InteractionId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> {
            unit.repository(CustomerRepository.class).require(command.customer());
            return repository(unit).addOnce(made, first -> Interaction.of(first.id(), command, first.recordedAt()));
        });
    }

    public Optional<Interaction> find(InteractionId id) {
        return workspace.reading(unit -> repository(unit).find(id));
    }

    /** The contacts with a customer, the latest start first. Pages stay stable while contacts are added. */
    public Page<Interaction> timeline(CustomerId customer, PageRequest request) {
        return workspace.reading(unit -> repository(unit).timeline(customer, request));
    }

    /**
     * How many contacts of each sort started in a period; in no particular order, without sorts that did not occur.
     *
     * @param from inclusive
     * @param until exclusive, not before {@code from}
     */
    public List<InteractionTally> tally(Instant from, Instant until) {
        Require.that(!until.isBefore(from), "until", "is before from", "give the later end of the period");
        return workspace.reading(unit -> repository(unit).tally(from, until));
    }

    private static InteractionRepository repository(UnitOfWork unit) {
        return unit.repository(InteractionRepository.class);
    }
}
