package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which customer's account in which program. */
public record LoyaltyAccountId(UUID value) implements AggregateId {

    public LoyaltyAccountId {
        Require.present("account", value);
    }
}
