package io.rapport.crm.customer;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which customer. */
public record CustomerId(UUID value) implements AggregateId {

    public CustomerId {
        Require.present("customer", value);
    }
}
