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
import java.time.Instant;
import java.util.Optional;

/**
 * Asks for points to be added to an account.
 *
 * <pre>{@code
 * EarnPoints.of(account, 100, CommandKey.of("order-4711:earn")).because("order 4711").by(Actor.of("web-shop"));
 * }</pre>
 *
 * @param points at least 1
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, such as an order number, at most 190 characters
 * @param terms since when the points count, on what they were earned, and what else is special about them
 */
public record EarnPoints(
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

        @NotNull @Valid Actor actor,
        @NotNull @Valid EarnTerms terms)
        implements LedgerCommand {

    public EarnPoints {
        Require.present("account", account);
        Require.positive("points", points);
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
        Require.present("terms", terms);
    }

    /** Without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static EarnPoints of(LoyaltyAccountId account, long points, CommandKey key) {
        return new EarnPoints(account, points, key, Optional.empty(), Actor.SYSTEM, EarnTerms.STANDARD);
    }

    public EarnPoints because(String reference) {
        return new EarnPoints(account, points, key, Optional.of(reference), actor, terms);
    }

    public EarnPoints by(Actor who) {
        return new EarnPoints(account, points, key, cause, who, terms);
    }

    /** With terms of its own, in place of those given before. */
    public EarnPoints on(EarnTerms special) {
        return new EarnPoints(account, points, key, cause, actor, special);
    }

    /**
     * For an order, so that a refund can take the points back.
     *
     * @param order the host's reference, at most 190 characters
     * @param basis the amount that earned the points, in the unit of the earning rules, such as cents
     */
    public EarnPoints forOrder(String order, long basis) {
        return on(terms.forOrder(order, basis));
    }

    /** Counting since an instant in the past, as imports do. */
    public EarnPoints at(Instant instant) {
        return on(terms.at(instant));
    }

    /** Usable until an instant, exclusive, instead of what the program says. */
    public EarnPoints expiring(Instant instant) {
        return on(terms.expiring(instant));
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.earn")
                .with(account.value())
                .with(points)
                .with(cause)
                .with(actor.value())
                .with(terms.effectiveAt().map(Instant::toString))
                .with(terms.expiresAt().map(Instant::toString))
                .with(terms.order())
                .with(terms.basis())
                .with(terms.qualifying() ? 1 : 0)
                .with(terms.ruleVersion())
                .hex();
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "EarnPoints[" + account + ", " + points + ", " + key + "]";
    }
}
