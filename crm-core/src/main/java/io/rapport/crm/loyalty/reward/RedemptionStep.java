package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Asks for the next step of a redemption: to commit, void, fulfil or cancel it.
 *
 * @param units how many are cancelled; 0 for all that are left, and for the other steps
 * @param key the caller's name for this command; the same again has no second effect
 */
public record RedemptionStep(
        @NotNull @Valid RewardRedemptionId redemption,
        @PositiveOrZero long units,
        @NotNull @Valid CommandKey key,
        @NotNull @Valid Actor actor) {

    public RedemptionStep {
        Require.present("redemption", redemption);
        Require.that(units >= 0, "units", "is " + units, "give 0 for all, or a number above 0");
        Require.present("key", key);
        Require.present("actor", actor);
    }

    /** All of it, by {@link Actor#SYSTEM} unless said otherwise. */
    public static RedemptionStep of(RewardRedemptionId redemption, CommandKey key) {
        return new RedemptionStep(redemption, 0, key, Actor.SYSTEM);
    }

    /** A part of it, at least 1. */
    public RedemptionStep only(long part) {
        return new RedemptionStep(redemption, Require.positive("units", part), key, actor);
    }

    public RedemptionStep by(Actor who) {
        return new RedemptionStep(redemption, units, key, who);
    }

    String payload(String operation) {
        return PayloadDigest.of(operation)
                .with(redemption.value())
                .with(units)
                .with(actor.value())
                .hex();
    }
}
