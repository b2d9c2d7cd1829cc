package io.rapport.crm.loyalty.reward;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.Optional;

/** What can happen to a coupon. */
public sealed interface CouponEvent extends DomainEvent {

    /** The first event; without the code, and without its hash. */
    record Issued(CouponId coupon, CouponTerms terms, Actor by, Instant at) implements CouponEvent {}

    /** It was used once. */
    record Redeemed(Optional<CustomerId> customer, Optional<String> cause, Actor by, Instant at)
            implements CouponEvent {}

    /**
     * A use was given back, because what it was used for was cancelled.
     *
     * @param use the place of the use in the history of the coupon
     */
    record GivenBack(long use, Actor by, Instant at) implements CouponEvent {}

    record Voided(Actor by, Instant at) implements CouponEvent {}
}
