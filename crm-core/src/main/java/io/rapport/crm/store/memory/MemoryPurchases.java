package io.rapport.crm.store.memory;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.purchase.PurchaseFact;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
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
    public void forEachFact(Instant from, Instant until, PurchaseFact.Reader reader) {
        between(from, until).forEach(purchase -> {
            Money total = purchase.total();
            reader.on(purchase.customer().value(), purchase.at(), total.getAmountMinorLong(), total.getCurrencyUnit());
        });
    }

    @Override
    public void forEachTime(Instant from, Instant until, BiConsumer<UUID, Instant> reader) {
        between(from, until)
                .forEach(purchase -> reader.accept(purchase.customer().value(), purchase.at()));
    }

    @Override
    public long count() {
        return size();
    }
}
