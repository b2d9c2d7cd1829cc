package io.rapport.crm.loyalty.referral;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which referral. */
public record ReferralId(UUID value) implements AggregateId {

    public ReferralId {
        Require.present("referral", value);
    }
}
