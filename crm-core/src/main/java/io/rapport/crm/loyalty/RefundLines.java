package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * Tells which lines of an order were refunded, so that the points that it would not have earned without them are taken
 * back. Each line says how much was refunded of it in all so far; of lines that are not named, nothing was.
 *
 * @param order the host's reference under which the points were earned
 * @param lines at most 1000, each line once
 * @param key the caller's name for this command; the same again has no second effect
 * @param cause what it is for, at most 190 characters
 */
public record RefundLines(
        @NotNull @Valid LoyaltyAccountId account,
        @NotBlank @Size(max = 190) String order,
        @NotNull @NotEmpty @Size(max = 1000) @Valid List<LineRefund> lines,
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

    private static final int MAX_LINES = 1000;

    @Constructible(RefundLines.class)
    public RefundLines {
        Require.present("account", account);
        Require.text("order", order, LoyaltyAccount.MAX_CAUSE);
        lines = Require.list("lines", lines);
        Require.between("lines", lines.size(), 1, MAX_LINES);
        Require.that(
                lines.stream().map(LineRefund::line).distinct().count() == lines.size(),
                "lines",
                "name a line twice",
                "tell once how much was refunded of it");
        Require.present("key", key);
        Require.present("cause", cause).ifPresent(text -> Require.text("cause", text, LoyaltyAccount.MAX_CAUSE));
        Require.present("actor", actor);
    }

    /** Without a cause, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static RefundLines of(LoyaltyAccountId account, String order, CommandKey key, LineRefund... lines) {
        return new RefundLines(account, order, List.of(lines), key, Optional.empty(), Actor.SYSTEM);
    }

    public RefundLines because(String reference) {
        return new RefundLines(account, order, lines, key, Optional.of(reference), actor);
    }

    public RefundLines by(Actor who) {
        return new RefundLines(account, order, lines, key, cause, who);
    }

    @Override
    public String payload() {
        PayloadDigest digest = PayloadDigest.of("loyalty.refund-lines")
                .with(account.value())
                .with(order)
                .with(cause)
                .with(actor.value())
                .with(lines.size());
        lines.forEach(line -> digest.with(line.line()).with(line.refundedSoFar()));
        return digest.hex();
    }

    /** Without the order and the cause. */
    @Override
    public String toString() {
        return "RefundLines[" + account + ", " + key + "]";
    }
}
