package io.rapport.crm.loyalty.reward;

import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import java.time.Instant;

/** What can happen to a redemption of a reward. */
public sealed interface RewardRedemptionEvent extends DomainEvent {

    /** The first event. */
    record Reserved(
            RewardRedemptionId redemption,
            RewardId reward,
            LoyaltyAccountId account,
            Benefit benefit,
            long units,
            long points,
            long hold,
            Instant expiresAt,
            Actor by,
            Instant at)
            implements RewardRedemptionEvent {}

    /** The points are taken. */
    record Committed(long entry, Actor by, Instant at) implements RewardRedemptionEvent {}

    record Fulfilled(Actor by, Instant at) implements RewardRedemptionEvent {}

    /** Units were cancelled, and their points came back. */
    record Cancelled(long units, long points, Actor by, Instant at) implements RewardRedemptionEvent {}

    record Voided(Actor by, Instant at) implements RewardRedemptionEvent {}

    /** It was not committed in time. */
    record Expired(Instant at) implements RewardRedemptionEvent {}
}
