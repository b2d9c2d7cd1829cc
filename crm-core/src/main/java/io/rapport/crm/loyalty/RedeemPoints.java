package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Asks for points to be taken from an account, all of them or none.
 *
 * <pre>{@code
 * RedeemPoints.of(account, 100, CommandKey.of("order-4711:redeem")).because("order 4711").by(Actor.of("web-shop"));
 * }</pre>
 *
 * @param points at least 1
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, such as an order number, at most 190 characters
 */
public record RedeemPoints(
        @NotNull @Valid LoyaltyAccountId account,
        @Positive long points,
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

    public RedeemPoints {
        Require.present("account", account);
        Require.positive("points", points);
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** Without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static RedeemPoints of(LoyaltyAccountId account, long points, CommandKey key) {
        return new RedeemPoints(account, points, key, Optional.empty(), Actor.SYSTEM);
    }

    public RedeemPoints because(String reference) {
        return new RedeemPoints(account, points, key, Optional.of(reference), actor);
    }

    public RedeemPoints by(Actor who) {
        return new RedeemPoints(account, points, key, cause, who);
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.redeem")
                .with(account.value())
                .with(points)
                .with(cause)
                .with(actor.value())
                .hex();
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "RedeemPoints[" + account + ", " + points + ", " + key + "]";
    }
}
