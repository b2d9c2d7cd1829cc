package io.rapport.crm.ticket;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import java.time.Instant;
import java.util.Optional;

/** What can happen to a ticket. The conversation is the messages among its events. */
public sealed interface TicketEvent extends DomainEvent {

    /** The first event. */
    record Opened(
            TicketId ticket,
            CustomerId customer,
            TicketKind kind,
            String subject,
            String message,
            Optional<ExternalId> externalId,
            Instant at)
            implements TicketEvent {

        @Override
        public String toString() {
            return "Opened[" + ticket + ", " + kind + ", " + at + "]";
        }
    }

    /** The customer wrote or called. It ends a wait for the customer at that instant. */
    record CustomerReplied(String message, Instant at) implements TicketEvent {

        @Override
        public String toString() {
            return "CustomerReplied[" + at + "]";
        }
    }

    /** A person of the staff answered, for the customer to read. */
    record StaffReplied(Actor staff, String message, Instant at) implements TicketEvent {

        @Override
        public String toString() {
            return "StaffReplied[" + staff + ", " + at + "]";
        }
    }

    record Parked(WaitingFor waitingFor, Actor staff, Instant at) implements TicketEvent {}

    /** A wait for a third party is over. */
    record Resumed(Actor staff, Instant at) implements TicketEvent {}

    record Resolved(Resolution resolution, Actor staff, Instant at) implements TicketEvent {}

    record Reopened(String reason, Instant at) implements TicketEvent {

        @Override
        public String toString() {
            return "Reopened[" + at + "]";
        }
    }

    record Closed(Instant at) implements TicketEvent {}
}
