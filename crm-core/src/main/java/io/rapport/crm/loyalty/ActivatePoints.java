package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Asks for the pending points of an order to become active at once, without waiting for their time.
 *
 * @param order the host's reference under which the points were earned
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, at most 190 characters
 */
public record ActivatePoints(
        @NotNull @Valid LoyaltyAccountId account,
        @NotBlank @Size(max = 190) String order,
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

    public ActivatePoints {
        Require.present("account", account);
        Require.text("order", order, LoyaltyAccount.MAX_CAUSE);
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** Without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static ActivatePoints of(LoyaltyAccountId account, String order, CommandKey key) {
        return new ActivatePoints(account, order, key, Optional.empty(), Actor.SYSTEM);
    }

    public ActivatePoints because(String reference) {
        return new ActivatePoints(account, order, key, Optional.of(reference), actor);
    }

    public ActivatePoints by(Actor who) {
        return new ActivatePoints(account, order, key, cause, who);
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.activate")
                .with(account.value())
                .with(order)
                .with(cause)
                .with(actor.value())
                .hex();
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "ActivatePoints[" + account + ", " + key + "]";
    }
}
