package io.rapport.crm.loyalty;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.util.Optional;

/** What can happen to a loyalty account. Those events that move points are its ledger. */
public sealed interface LoyaltyEvent extends DomainEvent permits LoyaltyEvent.Enrolled, LedgerEntry {

    /** The first event. */
    record Enrolled(LoyaltyAccountId account, CustomerId customer, ProgramId program, Instant at)
            implements LoyaltyEvent {}

    record Earned(
            long points,
            long balanceAfter,
            CommandKey key,
            String payload,
            Optional<String> cause,
            Actor actor,
            Instant at)
            implements LedgerEntry {

        @Override
        public String toString() {
            return "Earned[" + points + ", " + key + ", " + at + "]";
        }
    }

    record Redeemed(
            long points,
            long balanceAfter,
            CommandKey key,
            String payload,
            Optional<String> cause,
            Actor actor,
            Instant at)
            implements LedgerEntry {

        @Override
        public String toString() {
            return "Redeemed[" + points + ", " + key + ", " + at + "]";
        }
    }
}
