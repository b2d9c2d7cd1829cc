package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which requirement. */
public record RequirementId(UUID value) implements AggregateId {

    public RequirementId {
        Require.present("requirement", value);
    }
}
