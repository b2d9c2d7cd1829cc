package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which redemption of a reward. */
public record RewardRedemptionId(UUID value) implements AggregateId {

    public RewardRedemptionId {
        Require.present("redemption", value);
    }
}
