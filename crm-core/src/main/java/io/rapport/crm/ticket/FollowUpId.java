package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which follow-up. */
public record FollowUpId(UUID value) implements AggregateId {

    public FollowUpId {
        Require.present("followUp", value);
    }
}
