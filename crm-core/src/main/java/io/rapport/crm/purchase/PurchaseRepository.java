package io.rapport.crm.purchase;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.store.FactRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.function.Consumer;

/** Where purchases are kept. */
public interface PurchaseRepository extends FactRepository<PurchaseId, Purchase> {

    /** The purchases of a customer by (at, id), the latest first. */
    Page<Purchase> ofCustomer(CustomerId customer, PageRequest request);

    /**
     * Hands over every purchase from {@code from}, inclusive, until {@code until}, exclusive, in no particular order.
     * Streams: memory does not grow with the number of purchases. The consumer must not call the store.
     */
    void forEachFact(Instant from, Instant until, Consumer<PurchaseFact> consumer);

    /** How many purchases there are. */
    long count();
}
