package io.rapport.crm.loyalty.reward;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Asks for a coupon to be used once.
 *
 * @param customer who uses it, if known; needed for one that is bound
 * @param cause what it is for, such as an order number, at most 190 characters
 * @param key the caller's name for this command; the same again has no second effect
 */
public record RedeemCoupon(
        @NotNull @Valid CouponCode code,
        @NotNull Optional<CustomerId> customer,

        @NotNull
        Optional<
                        @Pattern(
                                regexp = Require.VISIBLE,
                                message = "{jakarta.validation.constraints.NotBlank.message}")
                        @Size(max = 190) String>
                cause,

        @NotNull @Valid CommandKey key,
        @NotNull @Valid Actor actor) {

    public RedeemCoupon {
        Require.present("code", code);
        Require.present("customer", customer);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, 190));
        Require.present("key", key);
        Require.present("actor", actor);
    }

    /** By nobody in particular, for no cause, by {@link Actor#SYSTEM} unless said otherwise. */
    public static RedeemCoupon of(CouponCode code, CommandKey key) {
        return new RedeemCoupon(code, Optional.empty(), Optional.empty(), key, Actor.SYSTEM);
    }

    public RedeemCoupon usedBy(CustomerId who) {
        return new RedeemCoupon(code, Optional.of(who), cause, key, actor);
    }

    public RedeemCoupon because(String reference) {
        return new RedeemCoupon(code, customer, Optional.of(reference), key, actor);
    }

    public RedeemCoupon by(Actor who) {
        return new RedeemCoupon(code, customer, cause, key, who);
    }

    String payload() {
        return PayloadDigest.of("coupon.redeem")
                .with(code.hash())
                .with(customer.map(who -> who.value().toString()))
                .with(cause)
                .with(actor.value())
                .hex();
    }

    /** Without the code and the cause. */
    @Override
    public String toString() {
        return "RedeemCoupon[" + customer + ", " + key + "]";
    }
}
