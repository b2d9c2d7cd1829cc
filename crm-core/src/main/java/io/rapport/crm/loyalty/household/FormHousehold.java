package io.rapport.crm.loyalty.household;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Asks for a household.
 *
 * @param pool the account that it shares: one of its own, enrolled for a customer that stands for the household
 * @param head the account of its first member; in the same program
 * @param key the caller's name for this command; the same again has no second effect
 */
public record FormHousehold(
        @NotNull @Valid LoyaltyAccountId pool,
        @NotNull @Valid LoyaltyAccountId head,
        @NotNull @Valid HouseholdTerms terms,
        @NotNull @Valid CommandKey key,
        @NotNull @Valid Actor actor) {

    public FormHousehold {
        Require.present("pool", pool);
        Require.present("head", head);
        Require.present("terms", terms);
        Require.present("key", key);
        Require.present("actor", actor);
    }

    /** By {@link Actor#SYSTEM} unless said otherwise. */
    public static FormHousehold of(LoyaltyAccountId pool, LoyaltyAccountId head, HouseholdTerms terms, CommandKey key) {
        return new FormHousehold(pool, head, terms, key, Actor.SYSTEM);
    }

    public FormHousehold by(Actor who) {
        return new FormHousehold(pool, head, terms, key, who);
    }

    String payload() {
        return PayloadDigest.of("household.form")
                .with(pool.value())
                .with(head.value())
                .with(terms.memberLimit())
                .with(Boolean.toString(terms.membersRedeem()))
                .with(actor.value())
                .hex();
    }
}
