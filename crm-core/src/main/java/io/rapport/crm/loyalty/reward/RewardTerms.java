package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.loyalty.ProgramId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a reward is, costs, and for whom.
 *
 * @param name what hosts show, at most 200 characters
 * @param stock how many units there are in all; empty for any number
 * @param perCustomer how many units one customer may have at the same time redeemed or set aside; empty for any number
 * @param from since when it can be asked for
 * @param until until when, exclusive and after {@code from}
 */
public record RewardTerms(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Valid ProgramId program,
        @NotNull @Valid Benefit benefit,
        @NotNull @Valid PointsPrice price,
        @NotNull Optional<Long> stock,
        @NotNull Optional<Long> perCustomer,
        @NotNull Optional<Instant> from,
        @NotNull Optional<Instant> until,
        @NotNull @Valid Eligibility eligibility) {

    @Constructible(RewardTerms.class)
    public RewardTerms {
        Require.text("name", name, 200);
        Require.present("program", program);
        Require.present("benefit", benefit);
        Require.present("price", price);
        Require.present("stock", stock).ifPresent(units -> Require.notNegative("stock", units));
        Require.present("perCustomer", perCustomer).ifPresent(units -> Require.positive("perCustomer", units));
        from = Require.present("from", from).map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        until = Require.present("until", until).map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        requireWindow(from, until);
        Require.present("eligibility", eligibility);
    }

    /** Always, for everybody, as many as they want. */
    public static RewardTerms of(String name, ProgramId program, Benefit benefit, PointsPrice price) {
        return new RewardTerms(
                name,
                program,
                benefit,
                price,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Eligibility.EVERYBODY);
    }

    public RewardTerms stock(long units) {
        return new RewardTerms(
                name, program, benefit, price, Optional.of(units), perCustomer, from, until, eligibility);
    }

    public RewardTerms perCustomer(long units) {
        return new RewardTerms(name, program, benefit, price, stock, Optional.of(units), from, until, eligibility);
    }

    /** From an instant, inclusive, until another, exclusive. */
    public RewardTerms between(Instant first, Instant end) {
        return new RewardTerms(
                name, program, benefit, price, stock, perCustomer, Optional.of(first), Optional.of(end), eligibility);
    }

    public RewardTerms onlyFor(Eligibility who) {
        return new RewardTerms(name, program, benefit, price, stock, perCustomer, from, until, who);
    }

    /** Whether it can be asked for at an instant. */
    public boolean open(Instant now) {
        return from.filter(now::isBefore).isEmpty()
                && until.filter(end -> !now.isBefore(end)).isEmpty();
    }

    static void requireWindow(Optional<Instant> from, Optional<Instant> until) {
        from.ifPresent(first -> until.ifPresent(
                end -> Require.that(first.isBefore(end), "until", "is not after from", "give a later end")));
    }
}
