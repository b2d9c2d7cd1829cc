package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Asks for a new coupon with a code of its own. */
public record IssueCoupon(
        @NotNull @Valid CouponTerms terms, @NotNull @Valid Actor actor) {

    public IssueCoupon {
        Require.present("terms", terms);
        Require.present("actor", actor);
    }

    /** By {@link Actor#SYSTEM} unless said otherwise. */
    public static IssueCoupon of(CouponTerms terms) {
        return new IssueCoupon(terms, Actor.SYSTEM);
    }

    public IssueCoupon by(Actor who) {
        return new IssueCoupon(terms, who);
    }
}
