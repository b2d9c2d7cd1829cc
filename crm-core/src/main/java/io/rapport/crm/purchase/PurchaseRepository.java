package io.rapport.crm.purchase;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.store.FactRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Where purchases are kept. */
public interface PurchaseRepository extends FactRepository<PurchaseId, Purchase> {

    /** The purchases of a customer by (at, id), the latest first. */
    Page<Purchase> ofCustomer(CustomerId customer, PageRequest request);

    /**
     * Shows every purchase from {@code from}, inclusive, until {@code until}, exclusive, in no particular order. Streams:
     * memory does not grow with the number of purchases. The reader must not call the store; when it throws, reading
     * ends and the unit of work stays usable.
     */
    void forEachFact(Instant from, Instant until, PurchaseFact.Reader reader);

    /** {@link #forEachFact} of whose and when alone, for less work than with the amounts. */
    void forEachTime(Instant from, Instant until, BiConsumer<UUID, Instant> reader);

    /** How many purchases there are. */
    long count();
}
