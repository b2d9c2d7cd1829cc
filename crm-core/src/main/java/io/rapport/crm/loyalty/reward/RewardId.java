package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which reward. */
public record RewardId(UUID value) implements AggregateId {

    public RewardId {
        Require.present("reward", value);
    }
}
