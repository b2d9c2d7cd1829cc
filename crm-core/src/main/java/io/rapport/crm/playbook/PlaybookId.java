package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.io.Serializable;
import java.util.UUID;

/** Which playbook. */
public record PlaybookId(UUID value) implements AggregateId, Serializable {

    public PlaybookId {
        Require.present("playbook", value);
    }
}
