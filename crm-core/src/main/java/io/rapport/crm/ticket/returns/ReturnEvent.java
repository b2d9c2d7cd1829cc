package io.rapport.crm.ticket.returns;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** What can happen to a return. Stored under their simple names. */
public sealed interface ReturnEvent extends DomainEvent {

    /** The first event. */
    record Requested(
            ReturnId returned,
            CustomerId customer,
            Optional<TicketId> ticket,
            List<RequestedLine> lines,
            Optional<WindowOverride> override,
            Actor actor,
            Instant at)
            implements ReturnEvent {

        @Override
        public String toString() {
            return "Requested[" + returned + ", " + at + "]";
        }
    }

    /** Units of a line got on. */
    sealed interface LineEvent extends ReturnEvent {

        /** The line's place among the lines of the return, from 0. */
        int line();

        int quantity();

        Actor staff();

        /** The state that the units were in. */
        LineState from();

        /** The state that they are in now. */
        LineState to();
    }

    record Approved(int line, int quantity, Actor staff, Instant at) implements LineEvent {

        @Override
        public LineState from() {
            return LineState.REQUESTED;
        }

        @Override
        public LineState to() {
            return LineState.APPROVED;
        }
    }

    record Rejected(int line, int quantity, String reason, Actor staff, Instant at) implements LineEvent {

        @Override
        public LineState from() {
            return LineState.REQUESTED;
        }

        @Override
        public LineState to() {
            return LineState.REJECTED;
        }

        @Override
        public String toString() {
            return "Rejected[line " + line + ", " + quantity + ", " + staff + ", " + at + "]";
        }
    }

    record Received(int line, int quantity, Actor staff, Instant at) implements LineEvent {

        @Override
        public LineState from() {
            return LineState.APPROVED;
        }

        @Override
        public LineState to() {
            return LineState.RECEIVED;
        }
    }

    /**
     * Somebody looked at received units.
     *
     * @param finding what they saw
     */
    record Inspected(int line, int quantity, Optional<String> finding, Actor staff, Instant at) implements LineEvent {

        @Override
        public LineState from() {
            return LineState.RECEIVED;
        }

        @Override
        public LineState to() {
            return LineState.INSPECTED;
        }

        @Override
        public String toString() {
            return "Inspected[line " + line + ", " + quantity + ", " + staff + ", " + at + "]";
        }
    }

    /** The customer gets new ones. */
    record Replaced(int line, int quantity, Actor staff, Instant at) implements LineEvent {

        @Override
        public LineState from() {
            return LineState.INSPECTED;
        }

        @Override
        public LineState to() {
            return LineState.REPLACED;
        }
    }

    /** The customer gets them back, mended. */
    record Repaired(int line, int quantity, Actor staff, Instant at) implements LineEvent {

        @Override
        public LineState from() {
            return LineState.INSPECTED;
        }

        @Override
        public LineState to() {
            return LineState.REPAIRED;
        }
    }

    /** The customer gets money back, or store credit. The host is to carry it out. */
    sealed interface RefundEvent extends LineEvent {

        Money amount();

        /** Whether the customer keeps the units. */
        boolean withoutReturn();

        /** The caller's name for the command that did it. */
        CommandKey key();

        /** The digest of what that command asked for. */
        String payload();

        RefundMethod method();

        @Override
        default LineState from() {
            return withoutReturn() ? LineState.APPROVED : LineState.INSPECTED;
        }

        @Override
        default LineState to() {
            return method() == RefundMethod.MONEY ? LineState.REFUNDED : LineState.STORE_CREDIT;
        }
    }

    /** The host is to pay this amount back. */
    record Refunded(
            int line,
            int quantity,
            Money amount,
            boolean withoutReturn,
            CommandKey key,
            String payload,
            Actor staff,
            Instant at)
            implements RefundEvent {

        @Override
        public RefundMethod method() {
            return RefundMethod.MONEY;
        }
    }

    /** The host is to keep this amount for the customer's later purchases. */
    record StoreCreditIssued(
            int line,
            int quantity,
            Money amount,
            boolean withoutReturn,
            CommandKey key,
            String payload,
            Actor staff,
            Instant at)
            implements RefundEvent {

        @Override
        public RefundMethod method() {
            return RefundMethod.STORE_CREDIT;
        }
    }
}
