package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Asks for points of a cancelled redemption to come back, those that were taken last first, to the lots that they were
 * taken from. What happens where a lot expired meanwhile is the program's {@link RestorePolicy}.
 *
 * @param redemption the sequence of the redemption
 * @param points how many; 0 for all that have not come back yet
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, at most 190 characters
 */
public record RestorePoints(
        @NotNull @Valid LoyaltyAccountId account,
        @Positive long redemption,
        @PositiveOrZero long points,
        @NotNull @Valid CommandKey key,

        @NotNull
        Optional<
                        @Pattern(
                                regexp = Require.VISIBLE,
                                message = "{jakarta.validation.constraints.NotBlank.message}")
                        @Size(max = 190) String>
                cause,

        @NotNull @Valid Actor actor)
        implements LedgerCommand {

    public RestorePoints {
        Require.present("account", account);
        Require.positive("redemption", redemption);
        Require.that(points >= 0, "points", "is " + points, "give 0 for all, or a number above 0");
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** All of it, without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static RestorePoints of(LoyaltyAccountId account, long redemption, CommandKey key) {
        return new RestorePoints(account, redemption, 0, key, Optional.empty(), Actor.SYSTEM);
    }

    public RestorePoints because(String reference) {
        return new RestorePoints(account, redemption, points, key, Optional.of(reference), actor);
    }

    public RestorePoints by(Actor who) {
        return new RestorePoints(account, redemption, points, key, cause, who);
    }

    /** A part of it, at least 1. */
    public RestorePoints only(long part) {
        return new RestorePoints(account, redemption, Require.positive("points", part), key, cause, actor);
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.restore")
                .with(account.value())
                .with(redemption)
                .with(points)
                .with(cause)
                .with(actor.value())
                .hex();
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "RestorePoints[" + account + ", " + key + "]";
    }
}
