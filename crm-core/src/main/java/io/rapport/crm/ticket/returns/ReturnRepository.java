package io.rapport.crm.ticket.returns;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/**
 * Where returns are kept, and what they have taken of each purchase line. A unit of work locks a return before the
 * purchase lines it is about, and purchase lines in their order, so that no two wait for each other.
 */
public interface ReturnRepository extends AggregateRepository<ReturnId, ReturnCase, ReturnEvent> {

    /**
     * Locks a return against other units of work until this one ends. The state is read as it is once the lock is held.
     * Empty if it does not exist.
     */
    Optional<ReturnCase> lock(ReturnId id);

    /**
     * Locks a purchase line against other units of work until this one ends, and gives what all returns have taken of
     * it, read once the lock is held.
     *
     * @param untouched what to begin with where nothing was returned of the line before
     */
    LineBalance lock(LineBalance untouched);

    /** Replaces the balance of a purchase line that this unit of work has locked. */
    void keep(LineBalance balance);

    /** What was taken of the lines of a purchase, by line; lines of which nothing was ever asked back are left out. */
    List<LineBalance> balances(PurchaseId purchase);

    /** Every return, by (requestedAt, id). */
    Page<ReturnCase> page(PageRequest request);

    /** The returns of a customer, the latest first. */
    Page<ReturnCase> page(CustomerId customer, PageRequest request);

    /** The returns about a ticket, the latest first. */
    Page<ReturnCase> page(TicketId ticket, PageRequest request);

    /** The returns with a line of a purchase, the latest first. */
    Page<ReturnCase> page(PurchaseId purchase, PageRequest request);

    /** The returns about which something is still to be done, by (requestedAt, id); reads only those, by index. */
    Page<ReturnCase> open(PageRequest request);
}
