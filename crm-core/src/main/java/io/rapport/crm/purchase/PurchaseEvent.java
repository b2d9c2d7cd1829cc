package io.rapport.crm.purchase;

import io.rapport.crm.event.DomainEvent;
import java.time.Instant;

/** What can happen to a purchase. */
public sealed interface PurchaseEvent extends DomainEvent {

    /** It was written down, which is all that ever happens to it. */
    record Recorded(Purchase purchase) implements PurchaseEvent {

        @Override
        public Instant at() {
            return purchase.recordedAt();
        }
    }
}
