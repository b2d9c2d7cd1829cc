package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which coupon; not its code. */
public record CouponId(UUID value) implements AggregateId {

    public CouponId {
        Require.present("coupon", value);
    }
}
