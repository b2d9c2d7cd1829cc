package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which return. */
public record ReturnId(UUID value) implements AggregateId {

    public ReturnId {
        Require.present("return", value);
    }
}
