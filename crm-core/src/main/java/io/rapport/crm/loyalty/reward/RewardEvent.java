package io.rapport.crm.loyalty.reward;

import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import java.time.Instant;

/** What can happen to a reward. */
public sealed interface RewardEvent extends DomainEvent {

    /** The first event. */
    record Offered(RewardId reward, String key, RewardTerms terms, Actor by, Instant at) implements RewardEvent {}

    record Revised(RewardTerms terms, Actor by, Instant at) implements RewardEvent {}

    record Withdrawn(Actor by, Instant at) implements RewardEvent {}

    /** Units were set aside. */
    record UnitsReserved(RewardRedemptionId redemption, long units, Instant at) implements RewardEvent {}

    /** Units that were set aside are free again. */
    record UnitsReleased(RewardRedemptionId redemption, long units, Instant at) implements RewardEvent {}

    /** Units that were set aside are redeemed. */
    record UnitsRedeemed(RewardRedemptionId redemption, long units, Instant at) implements RewardEvent {}

    /** Units of a redemption that was cancelled are free again. */
    record UnitsReturned(RewardRedemptionId redemption, long units, Instant at) implements RewardEvent {}
}
