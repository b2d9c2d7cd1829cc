package io.rapport.crm.store.memory;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.purchase.PurchaseFact;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.function.Consumer;
import org.joda.money.Money;

/** The purchases of a tenant. */
final class MemoryPurchases extends MemoryFacts<PurchaseId, Purchase> implements PurchaseRepository {

    MemoryPurchases(Journal journal, MemoryEvents events) {
        super(journal, events, Purchase::customer, Purchase::at);
    }

    @Override
    public Page<Purchase> ofCustomer(CustomerId customer, PageRequest request) {
        return latest(customer, request);
    }

    @Override
    public void forEachFact(Instant from, Instant until, Consumer<PurchaseFact> consumer) {
        between(from, until).map(MemoryPurchases::fact).forEach(consumer);
    }

    @Override
    public long count() {
        return size();
    }

    private static PurchaseFact fact(Purchase purchase) {
        Money total = purchase.total();
        return new PurchaseFact(
                purchase.customer(), purchase.at(), total.getAmountMinorLong(), total.getCurrencyUnit());
    }
}
