package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Asks that a use of a coupon counts no more, because the order it was for is cancelled.
 *
 * <pre>{@code
 * GiveBackCoupon.of(CommandKey.of("order-4711:coupon"), CommandKey.of("order-4711:cancel"));
 * }</pre>
 *
 * @param redemption the key of the command that used the coupon
 * @param key the caller's name for this command; the same again has no second effect
 */
public record GiveBackCoupon(
        @NotNull @Valid CommandKey redemption,
        @NotNull @Valid CommandKey key,
        @NotNull @Valid Actor actor) {

    public GiveBackCoupon {
        Require.present("redemption", redemption);
        Require.present("key", key);
        Require.present("actor", actor);
    }

    /** By {@link Actor#SYSTEM} unless said otherwise. */
    public static GiveBackCoupon of(CommandKey redemption, CommandKey key) {
        return new GiveBackCoupon(redemption, key, Actor.SYSTEM);
    }

    public GiveBackCoupon by(Actor who) {
        return new GiveBackCoupon(redemption, key, who);
    }

    String payload() {
        return PayloadDigest.of("coupon.give-back")
                .with(redemption.value())
                .with(actor.value())
                .hex();
    }
}
