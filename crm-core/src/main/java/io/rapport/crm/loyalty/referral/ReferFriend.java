package io.rapport.crm.loyalty.referral;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Tells that a customer brings a friend. Both have accounts in one program.
 *
 * @param referrer the account of who brings the friend
 * @param friend the friend's account, who can be brought once only
 */
public record ReferFriend(
        @NotNull @Valid LoyaltyAccountId referrer,
        @NotNull @Valid LoyaltyAccountId friend,
        @NotNull @Valid ReferralTerms terms,
        @NotNull @Valid Actor actor) {

    public ReferFriend {
        Require.present("referrer", referrer);
        Require.present("friend", friend);
        Require.present("terms", terms);
        Require.present("actor", actor);
    }

    /** By {@link Actor#SYSTEM} unless said otherwise. */
    public static ReferFriend of(LoyaltyAccountId referrer, LoyaltyAccountId friend, ReferralTerms terms) {
        return new ReferFriend(referrer, friend, terms, Actor.SYSTEM);
    }

    public ReferFriend by(Actor who) {
        return new ReferFriend(referrer, friend, terms, who);
    }
}
