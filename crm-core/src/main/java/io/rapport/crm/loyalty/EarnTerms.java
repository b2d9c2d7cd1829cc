package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is special about points that are earned.
 *
 * @param effectiveAt since when they count, not in the future; since now where empty
 * @param expiresAt until when they can be used, exclusive; as the program says where empty
 * @param order the host's reference of what they were earned on, at most 190 characters
 * @param basis the amount that earned them, in the unit of the earning rules; 0 if a part of it is never refunded
 * @param qualifying whether they count for tiers
 * @param ruleVersion the version of the program by whose rules they were earned; 0 for the one that holds now
 */
public record EarnTerms(
        @NotNull Optional<Instant> effectiveAt,
        @NotNull Optional<Instant> expiresAt,

        @NotNull
        Optional<
                        @Pattern(
                                regexp = Require.VISIBLE,
                                message = "{jakarta.validation.constraints.NotBlank.message}")
                        @Size(max = 190) String>
                order,

        @PositiveOrZero long basis,
        boolean qualifying,
        @PositiveOrZero int ruleVersion) {

    /** From now, as the program says, on no order, and counting for tiers. */
    public static final EarnTerms STANDARD =
            new EarnTerms(Optional.empty(), Optional.empty(), Optional.empty(), 0, true, 0);

    public EarnTerms {
        effectiveAt =
                Require.present("effectiveAt", effectiveAt).map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        expiresAt = Require.present("expiresAt", expiresAt).map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        Require.present("order", order).ifPresent(text -> Require.text("order", text, LoyaltyAccount.MAX_CAUSE));
        Require.notNegative("basis", basis);
        Require.notNegative("ruleVersion", ruleVersion);
    }

    public EarnTerms at(Instant instant) {
        return new EarnTerms(Optional.of(instant), expiresAt, order, basis, qualifying, ruleVersion);
    }

    public EarnTerms expiring(Instant instant) {
        return new EarnTerms(effectiveAt, Optional.of(instant), order, basis, qualifying, ruleVersion);
    }

    public EarnTerms forOrder(String reference, long amount) {
        return new EarnTerms(effectiveAt, expiresAt, Optional.of(reference), amount, qualifying, ruleVersion);
    }

    public EarnTerms notQualifying() {
        return new EarnTerms(effectiveAt, expiresAt, order, basis, false, ruleVersion);
    }

    public EarnTerms byRules(int version) {
        return new EarnTerms(effectiveAt, expiresAt, order, basis, qualifying, version);
    }

    /** Without the order. */
    @Override
    public String toString() {
        return "EarnTerms[" + effectiveAt + ", " + expiresAt + ", " + basis + "]";
    }
}
