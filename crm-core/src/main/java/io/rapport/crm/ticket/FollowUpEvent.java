package io.rapport.crm.ticket;

import com.google.common.collect.Sets;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.Set;

/** What can happen to a follow-up. */
public sealed interface FollowUpEvent extends DomainEvent {

    /**
     * The first event.
     *
     * @param resolution which resolution of the ticket it follows, 1 for the first
     * @param reasons why it may not be left out; empty if it may
     */
    record Scheduled(
            FollowUpId followUp,
            TicketId ticket,
            int resolution,
            CustomerId customer,
            Set<FollowUpReason> reasons,
            Actor owner,
            Instant due,
            Instant at)
            implements FollowUpEvent {

        public Scheduled {
            reasons = Sets.immutableEnumSet(reasons);
        }
    }

    record Reassigned(Actor owner, Actor staff, Instant at) implements FollowUpEvent {}

    /** Somebody asked; {@link FollowUpResult#staff()} did. */
    record Done(FollowUpResult result) implements FollowUpEvent {

        @Override
        public Instant at() {
            return result.at();
        }
    }

    /** It was left out on purpose. */
    record Waived(String reason, Actor staff, Instant at) implements FollowUpEvent {

        @Override
        public String toString() {
            return "Waived[" + staff + ", " + at + "]";
        }
    }

    /** The ticket was reopened. */
    record Cancelled(Instant at) implements FollowUpEvent {}
}
