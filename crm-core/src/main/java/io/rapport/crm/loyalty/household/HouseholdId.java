package io.rapport.crm.loyalty.household;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which household. */
public record HouseholdId(UUID value) implements AggregateId {

    public HouseholdId {
        Require.present("household", value);
    }
}
