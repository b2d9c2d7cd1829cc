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
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for points to be set aside for a checkout, all of them or none. Nothing else can use them, and they do not
 * expire, until the hold is committed, voided or over.
 *
 * @param points at least 1
 * @param ttlSeconds how long the hold lasts; 0 for as long as the program says
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, at most 190 characters
 */
public record ReservePoints(
        @NotNull @Valid LoyaltyAccountId account,
        @Positive long points,
        @PositiveOrZero long ttlSeconds,
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

    public ReservePoints {
        Require.present("account", account);
        Require.positive("points", points);
        Require.notNegative("ttlSeconds", ttlSeconds);
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** For as long as the program says, without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static ReservePoints of(LoyaltyAccountId account, long points, CommandKey key) {
        return new ReservePoints(account, points, 0, key, Optional.empty(), Actor.SYSTEM);
    }

    public ReservePoints because(String reference) {
        return new ReservePoints(account, points, ttlSeconds, key, Optional.of(reference), actor);
    }

    public ReservePoints by(Actor who) {
        return new ReservePoints(account, points, ttlSeconds, key, cause, who);
    }

    /** For a time of its own, counted in whole seconds and at least one. */
    public ReservePoints lasting(Duration ttl) {
        return new ReservePoints(account, points, Require.positive("ttl", ttl.toSeconds()), key, cause, actor);
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.reserve")
                .with(account.value())
                .with(points)
                .with(ttlSeconds)
                .with(cause)
                .with(actor.value())
                .hex();
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "ReservePoints[" + account + ", " + key + "]";
    }
}
