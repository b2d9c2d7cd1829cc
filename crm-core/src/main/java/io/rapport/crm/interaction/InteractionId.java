package io.rapport.crm.interaction;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which interaction. */
public record InteractionId(UUID value) implements AggregateId {

    public InteractionId {
        Require.present("interaction", value);
    }
}
