package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Asks for an account to be put right by the host's staff, who say why.
 *
 * @param points how many to add, or to take where negative; not 0
 * @param key the caller's name for this command; the same again has no second effect
 * @param reason why, at most 190 characters
 * @param actor who
 */
public record AdjustPoints(
        @NotNull @Valid LoyaltyAccountId account,
        long points,
        @NotNull @Valid CommandKey key,
        @NotBlank @Size(max = 190) String reason,
        @NotNull @Valid Actor actor)
        implements LedgerCommand {

    @Constructible(AdjustPoints.class)
    public AdjustPoints {
        Require.present("account", account);
        Require.that(points != 0, "points", "is 0", "say how many to add or, below 0, to take");
        Require.that(points != Long.MIN_VALUE, "points", "is too low", "take at most " + Long.MAX_VALUE);
        Require.present("key", key);
        Require.text("reason", reason, LoyaltyAccount.MAX_CAUSE);
        Require.present("actor", actor);
    }

    /** Adds points. */
    public static AdjustPoints up(LoyaltyAccountId account, long points, CommandKey key, String reason, Actor actor) {
        return new AdjustPoints(account, Require.positive("points", points), key, reason, actor);
    }

    /** Takes points. */
    public static AdjustPoints down(LoyaltyAccountId account, long points, CommandKey key, String reason, Actor actor) {
        return new AdjustPoints(account, -Require.positive("points", points), key, reason, actor);
    }

    @Override
    public Optional<String> cause() {
        return Optional.of(reason);
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.adjust")
                .with(account.value())
                .with(points)
                .with(reason)
                .with(actor.value())
                .hex();
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "AdjustPoints[" + account + ", " + key + "]";
    }
}
