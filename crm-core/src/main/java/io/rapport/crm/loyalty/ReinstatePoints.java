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
 * Asks for points that expired to come back, in the days for which the program allows it.
 *
 * @param expiry the sequence of the entry that expired them
 * @param points how many; 0 for all that have not come back yet
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, at most 190 characters
 */
public record ReinstatePoints(
        @NotNull @Valid LoyaltyAccountId account,
        @Positive long expiry,
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

    public ReinstatePoints {
        Require.present("account", account);
        Require.positive("expiry", expiry);
        Require.that(points >= 0, "points", "is " + points, "give 0 for all, or a number above 0");
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** All of it, without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static ReinstatePoints of(LoyaltyAccountId account, long expiry, CommandKey key) {
        return new ReinstatePoints(account, expiry, 0, key, Optional.empty(), Actor.SYSTEM);
    }

    public ReinstatePoints because(String reference) {
        return new ReinstatePoints(account, expiry, points, key, Optional.of(reference), actor);
    }

    public ReinstatePoints by(Actor who) {
        return new ReinstatePoints(account, expiry, points, key, cause, who);
    }

    /** A part of it, at least 1. */
    public ReinstatePoints only(long part) {
        return new ReinstatePoints(account, expiry, Require.positive("points", part), key, cause, actor);
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.reinstate")
                .with(account.value())
                .with(expiry)
                .with(points)
                .with(cause)
                .with(actor.value())
                .hex();
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "ReinstatePoints[" + account + ", " + key + "]";
    }
}
