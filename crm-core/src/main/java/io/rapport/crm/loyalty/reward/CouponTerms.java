package io.rapport.crm.loyalty.reward;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a coupon gives, how often, when, and to whom.
 *
 * @param uses how often it can be used in all, at least 1
 * @param boundTo who alone can use it; anybody where empty
 * @param from since when it can be used
 * @param until until when, exclusive and after {@code from}
 */
public record CouponTerms(
        @NotNull @Valid Benefit benefit,
        @Positive long uses,
        @NotNull Optional<CustomerId> boundTo,
        @NotNull Optional<Instant> from,
        @NotNull Optional<Instant> until) {

    @Constructible(CouponTerms.class)
    public CouponTerms {
        Require.present("benefit", benefit);
        Require.positive("uses", uses);
        Require.present("boundTo", boundTo);
        from = Require.present("from", from).map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        until = Require.present("until", until).map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        RewardTerms.requireWindow(from, until);
    }

    /** For one use by anybody, at any time. */
    public static CouponTerms of(Benefit benefit) {
        return new CouponTerms(benefit, 1, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public CouponTerms uses(long times) {
        return new CouponTerms(benefit, times, boundTo, from, until);
    }

    public CouponTerms onlyFor(CustomerId customer) {
        return new CouponTerms(benefit, uses, Optional.of(customer), from, until);
    }

    /** From an instant, inclusive, until another, exclusive. */
    public CouponTerms between(Instant first, Instant end) {
        return new CouponTerms(benefit, uses, boundTo, Optional.of(first), Optional.of(end));
    }

    boolean open(Instant now) {
        return from.filter(now::isBefore).isEmpty()
                && until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
