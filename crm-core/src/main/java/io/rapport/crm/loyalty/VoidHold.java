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
 * Asks for a hold to be ended and its points to be given free; those that expired meanwhile expire at once.
 *
 * @param hold the number of the hold
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, at most 190 characters
 */
public record VoidHold(
        @NotNull @Valid LoyaltyAccountId account,
        @Positive long hold,
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

    public VoidHold {
        Require.present("account", account);
        Require.positive("hold", hold);
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** Without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static VoidHold of(LoyaltyAccountId account, long hold, CommandKey key) {
        return new VoidHold(account, hold, key, Optional.empty(), Actor.SYSTEM);
    }

    public VoidHold because(String reference) {
        return new VoidHold(account, hold, key, Optional.of(reference), actor);
    }

    public VoidHold by(Actor who) {
        return new VoidHold(account, hold, key, cause, who);
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.void")
                .with(account.value())
                .with(hold)
                .with(cause)
                .with(actor.value())
                .hex();
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "VoidHold[" + account + ", " + key + "]";
    }
}
