package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for a new reward.
 *
 * @param key the host's own name for it, unique per tenant, at most 64 characters
 */
public record OfferReward(
        @NotBlank @Size(max = 64) String key,
        @NotNull @Valid RewardTerms terms,
        @NotNull @Valid Actor actor) {

    public OfferReward {
        Require.text("key", key, Reward.MAX_KEY);
        Require.present("terms", terms);
        Require.present("actor", actor);
    }

    /** By {@link Actor#SYSTEM} unless said otherwise. */
    public static OfferReward of(String key, RewardTerms terms) {
        return new OfferReward(key, terms, Actor.SYSTEM);
    }

    public OfferReward by(Actor who) {
        return new OfferReward(key, terms, who);
    }
}
