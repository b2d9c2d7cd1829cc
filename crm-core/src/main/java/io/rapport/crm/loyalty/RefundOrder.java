package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Tells that an order was refunded, so that the points that it would not have earned are taken back. It says how much was
 * refunded in all so far, and not how much this time: so however a refund is split, and however often it is told, the
 * same points are taken back.
 *
 * @param order the host's reference under which the points were earned
 * @param whole whether everything was refunded
 * @param refundedSoFar what was refunded so far, in the unit of the basis on which the points were earned
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, at most 190 characters
 */
public record RefundOrder(
        @NotNull @Valid LoyaltyAccountId account,
        @NotBlank @Size(max = 190) String order,
        boolean whole,
        @PositiveOrZero long refundedSoFar,
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

    public RefundOrder {
        Require.present("account", account);
        Require.text("order", order, LoyaltyAccount.MAX_CAUSE);
        Require.notNegative("refundedSoFar", refundedSoFar);
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** Everything, without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static RefundOrder whole(LoyaltyAccountId account, String order, CommandKey key) {
        return new RefundOrder(account, order, true, 0, key, Optional.empty(), Actor.SYSTEM);
    }

    /** A part: what was refunded in all so far. */
    public static RefundOrder part(LoyaltyAccountId account, String order, long refundedSoFar, CommandKey key) {
        return new RefundOrder(account, order, false, refundedSoFar, key, Optional.empty(), Actor.SYSTEM);
    }

    public RefundOrder because(String reference) {
        return new RefundOrder(account, order, whole, refundedSoFar, key, Optional.of(reference), actor);
    }

    public RefundOrder by(Actor who) {
        return new RefundOrder(account, order, whole, refundedSoFar, key, cause, who);
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.refund")
                .with(account.value())
                .with(order)
                .with(whole ? 1 : 0)
                .with(refundedSoFar)
                .with(cause)
                .with(actor.value())
                .hex();
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "RefundOrder[" + account + ", " + key + "]";
    }
}
