package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which ticket. */
public record TicketId(UUID value) implements AggregateId {

    public TicketId {
        Require.present("ticket", value);
    }
}
