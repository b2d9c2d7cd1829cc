package io.rapport.crm.loyalty.referral;

import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import java.time.Instant;

/** What can happen to a referral. */
public sealed interface ReferralEvent extends DomainEvent {

    /** The first event. */
    record Referred(
            ReferralId referral,
            LoyaltyAccountId referrer,
            LoyaltyAccountId friend,
            ReferralTerms terms,
            Instant expiresAt,
            Actor by,
            Instant at)
            implements ReferralEvent {}

    /** The friend paid an order, which can be returned until {@code qualifiesAt}. */
    record OrderPaid(String order, Instant paidAt, Instant qualifiesAt, Actor by, Instant at)
            implements ReferralEvent {}

    /** The order was refunded before anybody was paid; the next one counts. */
    record OrderRefunded(String order, Actor by, Instant at) implements ReferralEvent {}

    /** Both sides were paid. */
    record Qualified(Instant at) implements ReferralEvent {}

    /** The order was refunded, and the points of both sides were taken back. */
    record Reversed(String order, Actor by, Instant at) implements ReferralEvent {}

    /** The friend did not buy in time. */
    record Expired(Instant at) implements ReferralEvent {}
}
