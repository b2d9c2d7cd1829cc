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
 * Asks for points of a hold to be redeemed; what is left of the hold is given free. A hold that was made under another
 * version of the program is refused, so that a host decides what to do about it, unless the command keeps its terms.
 *
 * @param hold the number of the hold
 * @param points how many of them; 0 for all
 * @param keepingTerms whether the hold counts though the program has changed since
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, at most 190 characters
 */
public record CommitHold(
        @NotNull @Valid LoyaltyAccountId account,
        @Positive long hold,
        @PositiveOrZero long points,
        boolean keepingTerms,
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

    public CommitHold {
        Require.present("account", account);
        Require.positive("hold", hold);
        Require.that(points >= 0, "points", "is " + points, "give 0 for all, or a number above 0");
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** All of it, without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static CommitHold of(LoyaltyAccountId account, long hold, CommandKey key) {
        return new CommitHold(account, hold, 0, false, key, Optional.empty(), Actor.SYSTEM);
    }

    public CommitHold because(String reference) {
        return new CommitHold(account, hold, points, keepingTerms, key, Optional.of(reference), actor);
    }

    public CommitHold by(Actor who) {
        return new CommitHold(account, hold, points, keepingTerms, key, cause, who);
    }

    /** A part of it, at least 1. */
    public CommitHold only(long part) {
        return new CommitHold(account, hold, Require.positive("points", part), keepingTerms, key, cause, actor);
    }

    /** Under the terms that it was made with, though the program has changed since. */
    public CommitHold keepingItsTerms() {
        return new CommitHold(account, hold, points, true, key, cause, actor);
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.commit")
                .with(account.value())
                .with(hold)
                .with(points)
                .with(keepingTerms ? 1 : 0)
                .with(cause)
                .with(actor.value())
                .hex();
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "CommitHold[" + account + ", " + key + "]";
    }
}
