package io.rapport.crm.loyalty.household;

import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import java.time.Instant;

/** What can happen to a household. */
public sealed interface HouseholdEvent extends DomainEvent {

    /**
     * The first event.
     *
     * @param points those that the head brought
     */
    record Formed(
            HouseholdId household,
            ProgramId program,
            LoyaltyAccountId pool,
            LoyaltyAccountId head,
            HouseholdTerms terms,
            long points,
            Actor by,
            Instant at)
            implements HouseholdEvent {}

    /**
     * Somebody became a member.
     *
     * @param points those that they brought
     */
    record Joined(LoyaltyAccountId member, long points, Actor by, Instant at) implements HouseholdEvent {}

    /** A member left, without points. */
    record Left(LoyaltyAccountId member, Actor by, Instant at) implements HouseholdEvent {}

    /** Another member is the head from now on. */
    record HandedOver(LoyaltyAccountId head, Actor by, Instant at) implements HouseholdEvent {}

    /**
     * It is a household no more.
     *
     * @param points those that went to the head
     */
    record Dissolved(long points, Actor by, Instant at) implements HouseholdEvent {}
}
