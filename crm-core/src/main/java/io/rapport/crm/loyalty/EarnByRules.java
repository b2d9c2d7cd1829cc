package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.OrderLine;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Asks for the points that an order or an event earns by the rules of the account's program.
 *
 * <pre>{@code
 * EarnByRules.of(account, EarningActivity.order(lines), CommandKey.of("order-4711:earn")).forOrder("4711");
 * }</pre>
 *
 * @param activity what they are earned on
 * @param key the caller's name for this command; the same again has no second effect
 * @param order the host's reference of the order, at most 190 characters, so that a refund can take points back
 * @param effectiveAt since when they count, not in the future; since now where empty
 * @param cause what it is for, at most 190 characters
 */
public record EarnByRules(
        @NotNull @Valid LoyaltyAccountId account,
        @NotNull @Valid EarningActivity activity,
        @NotNull @Valid CommandKey key,

        @NotNull
        Optional<
                        @Pattern(
                                regexp = Require.VISIBLE,
                                message = "{jakarta.validation.constraints.NotBlank.message}")
                        @Size(max = 190) String>
                order,

        @NotNull Optional<Instant> effectiveAt,

        @NotNull
        Optional<
                        @Pattern(
                                regexp = Require.VISIBLE,
                                message = "{jakarta.validation.constraints.NotBlank.message}")
                        @Size(max = 190) String>
                cause,

        @NotNull @Valid Actor actor)
        implements LedgerCommand {

    public EarnByRules {
        Require.present("account", account);
        Require.present("activity", activity);
        Require.present("key", key);
        Require.present("order", order).ifPresent(text -> Require.text("order", text, LoyaltyAccount.MAX_CAUSE));
        effectiveAt =
                Require.present("effectiveAt", effectiveAt).map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** Now, on no order that could be refunded, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static EarnByRules of(LoyaltyAccountId account, EarningActivity activity, CommandKey key) {
        return new EarnByRules(
                account, activity, key, Optional.empty(), Optional.empty(), Optional.empty(), Actor.SYSTEM);
    }

    /** With the host's reference of the order. */
    public EarnByRules forOrder(String reference) {
        return new EarnByRules(account, activity, key, Optional.of(reference), effectiveAt, cause, actor);
    }

    /** Counting since an instant in the past, by the rules that hold now. */
    public EarnByRules at(Instant instant) {
        return new EarnByRules(account, activity, key, order, Optional.of(instant), cause, actor);
    }

    public EarnByRules because(String reference) {
        return new EarnByRules(account, activity, key, order, effectiveAt, Optional.of(reference), actor);
    }

    public EarnByRules by(Actor who) {
        return new EarnByRules(account, activity, key, order, effectiveAt, cause, who);
    }

    @Override
    public String payload() {
        PayloadDigest digest = PayloadDigest.of("loyalty.earn-by-rules")
                .with(account.value())
                .with(order)
                .with(effectiveAt.map(Instant::toString))
                .with(cause)
                .with(actor.value())
                .with(activity.event())
                .with(activity.discount().map(Object::toString))
                .with(activity.lines().size());
        for (OrderLine line : activity.lines()) {
            digest.with(line.sku())
                    .with(line.category())
                    .with(line.quantity())
                    .with(line.amount().toString());
        }
        return digest.hex();
    }

    /** Without the order and what was bought. */
    @Override
    public String toString() {
        return "EarnByRules[" + account + ", " + key + "]";
    }
}
