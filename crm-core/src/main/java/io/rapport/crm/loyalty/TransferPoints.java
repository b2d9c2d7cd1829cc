package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Constructible;
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
 * Asks for points to go from one account to another of the same program, all of them or none. They keep their expiry and
 * never count for tiers.
 *
 * @param account where they come from
 * @param to where they go to; another account
 * @param points at least 1
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, at most 190 characters
 */
public record TransferPoints(
        @NotNull @Valid LoyaltyAccountId account,
        @NotNull @Valid LoyaltyAccountId to,
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

    @Constructible(TransferPoints.class)
    public TransferPoints {
        Require.present("account", account);
        Require.present("to", to);
        Require.that(!to.equals(account), "to", "is the account itself", "name another account");
        Require.positive("points", points);
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** Without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static TransferPoints of(LoyaltyAccountId from, LoyaltyAccountId to, long points, CommandKey key) {
        return new TransferPoints(from, to, points, key, Optional.empty(), Actor.SYSTEM);
    }

    public TransferPoints because(String reference) {
        return new TransferPoints(account, to, points, key, Optional.of(reference), actor);
    }

    public TransferPoints by(Actor who) {
        return new TransferPoints(account, to, points, key, cause, who);
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.transfer")
                .with(account.value())
                .with(to.value())
                .with(points)
                .with(cause)
                .with(actor.value())
                .hex();
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "TransferPoints[" + account + ", " + key + "]";
    }
}
