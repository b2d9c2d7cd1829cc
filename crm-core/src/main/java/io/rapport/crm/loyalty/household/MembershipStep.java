package io.rapport.crm.loyalty.household;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Asks that somebody joins or leaves a household, becomes its head, or as its head dissolves it.
 *
 * @param member the account of who does so
 * @param key the caller's name for this command; the same again has no second effect
 */
public record MembershipStep(
        @NotNull @Valid HouseholdId household,
        @NotNull @Valid LoyaltyAccountId member,
        @NotNull @Valid CommandKey key,
        @NotNull @Valid Actor actor) {

    public MembershipStep {
        Require.present("household", household);
        Require.present("member", member);
        Require.present("key", key);
        Require.present("actor", actor);
    }

    /** By {@link Actor#SYSTEM} unless said otherwise. */
    public static MembershipStep of(HouseholdId household, LoyaltyAccountId member, CommandKey key) {
        return new MembershipStep(household, member, key, Actor.SYSTEM);
    }

    public MembershipStep by(Actor who) {
        return new MembershipStep(household, member, key, who);
    }

    String payload(String operation) {
        return PayloadDigest.of(operation)
                .with(household.value())
                .with(member.value())
                .with(actor.value())
                .hex();
    }
}
