package io.rapport.crm.purchase;

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
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The orders of customers. Each call is a unit of work of its own, or part of the one that {@code Crm.inTransaction}
 * opened. Thread-safe outside such a transaction.
 */
public final class Purchases {

    private final Workspace workspace;

    public Purchases(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Writes an order down. The same command again has no second effect and returns the first; of two callers at the
     * same instant one may be refused, and gets the first when it asks again.
     *
     * @throws NotFoundException if the customer is unknown
     * @throws AlreadyExistsException if an order with other content has the external id
     */
    public Purchase record(RecordPurchase command) {
        workspace.valid(command);
        Purchase made = Purchase.of(new PurchaseId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> {
            unit.repository(CustomerRepository.class).require(command.customer());
            return repository(unit).addOnce(made, first -> Purchase.of(first.id(), command, first.recordedAt()));
        });
    }

    public Optional<Purchase> find(PurchaseId id) {
        return workspace.reading(unit -> repository(unit).find(id));
    }

    /** The purchases of a customer, the latest first. Pages stay stable while purchases are added. */
    public Page<Purchase> ofCustomer(CustomerId customer, PageRequest request) {
        return workspace.reading(unit -> repository(unit).ofCustomer(customer, request));
    }

    /**
     * Hands over every purchase of a period, in no particular order, one at a time: memory does not grow with their
     * number.
     *
     * @param from inclusive
     * @param until exclusive, not before {@code from}
     * @param consumer called on this thread while the store is being read; it must not call this {@code Crm}
     */
    public void forEachFact(Instant from, Instant until, Consumer<PurchaseFact> consumer) {
        Require.that(!until.isBefore(from), "until", "is before from", "give the later end of the period");
        workspace.reading(unit -> {
            repository(unit)
                    .forEachFact(
                            from,
                            until,
                            (customer, at, amountMinor, currency) -> consumer.accept(
                                    new PurchaseFact(new CustomerId(customer), at, amountMinor, currency)));
            return true;
        });
    }

    /** How many purchases there are. */
    public long count() {
        return workspace.reading(unit -> repository(unit).count());
    }

    private static PurchaseRepository repository(UnitOfWork unit) {
        return unit.repository(PurchaseRepository.class);
    }
}
