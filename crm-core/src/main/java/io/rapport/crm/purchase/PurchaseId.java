package io.rapport.crm.purchase;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which purchase. */
public record PurchaseId(UUID value) implements AggregateId {

    public PurchaseId {
        Require.present("purchase", value);
    }
}
