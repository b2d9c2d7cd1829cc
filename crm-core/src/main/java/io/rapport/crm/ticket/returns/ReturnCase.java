package io.rapport.crm.ticket.returns;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * What a customer returns, and what becomes of it. Immutable; every verb returns the next state, or throws
 * {@link LineTransitionException} where too few units are in the state that it takes them from. What other returns have
 * taken of the same purchase lines is not known here: {@link Returns} keeps it, as a {@link LineBalance}.
 *
 * @param ticket the ticket that it is about
 * @param lines at least one
 * @param override why it could be asked for after the return window, if that was given
 * @param requestedBy who wrote the request down
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record ReturnCase(
        ReturnId id,
        CustomerId customer,
        Optional<TicketId> ticket,
        List<ReturnLine> lines,
        Optional<WindowOverride> override,
        Actor requestedBy,
        Instant requestedAt,
        long version,
        List<ReturnEvent> changes)
        implements Aggregate<ReturnId, ReturnEvent> {

    private static final int MAX_FINDING = 1_000;

    public ReturnCase {
        lines = ImmutableList.copyOf(lines);
        Require.that(!lines.isEmpty(), "lines", "are empty", "give at least one");
        changes = ImmutableList.copyOf(changes);
    }

    /**
     * A new return.
     *
     * @param lines the command's items with what their purchases say of them
     */
    static ReturnCase request(ReturnId id, RequestReturn command, List<RequestedLine> lines, Instant now) {
        ReturnEvent.Requested requested = new ReturnEvent.Requested(
                id, command.customer(), command.ticket(), lines, command.override(), command.actor(), now);
        ReturnCaseDraft draft = new ReturnCaseDraft(started(requested));
        draft.changes = List.of(requested);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static ReturnCase fold(List<ReturnEvent> history) {
        return History.fold(history, ReturnEvent.Requested.class, ReturnCase::started, ReturnCase::evolve);
    }

    /** How far it has come, which follows from its lines. */
    public ReturnStatus status() {
        return ReturnStatus.of(lines.stream()
                .flatMap(line -> line.quantities().keySet().stream())
                .collect(Collectors.toSet()));
    }

    /**
     * One of its lines.
     *
     * @param line from 0
     * @throws InvalidInputException if there is no such line
     */
    public ReturnLine line(int line) {
        Require.that(
                line >= 0 && line < lines.size(),
                "line",
                "is " + line + " and the return has lines 0 to " + (lines.size() - 1),
                "name one of them");
        return lines.get(line);
    }

    /** The customer may send units back. */
    public ReturnCase approve(LineUnits units, Actor staff, Instant now) {
        return moved(
                new ReturnEvent.Approved(units.line(), units.quantity(), staff, now),
                "approve",
                "only requested ones can be approved");
    }

    /**
     * The customer keeps units, and gets nothing for them.
     *
     * @param reason at most 1,000 characters
     */
    public ReturnCase reject(LineUnits units, String reason, Actor staff, Instant now) {
        Require.text("reason", reason, ReturnItem.MAX_REASON);
        return moved(
                new ReturnEvent.Rejected(units.line(), units.quantity(), reason, staff, now),
                "reject",
                "only requested ones can be rejected");
    }

    /** Units have come back. */
    public ReturnCase receive(LineUnits units, Actor staff, Instant now) {
        return moved(
                new ReturnEvent.Received(units.line(), units.quantity(), staff, now),
                "receive",
                "approve them first, and receive each once");
    }

    /**
     * Somebody looked at received units.
     *
     * @param finding what they saw, at most 1,000 characters
     */
    public ReturnCase inspect(LineUnits units, Optional<String> finding, Actor staff, Instant now) {
        finding.ifPresent(text -> Require.text("finding", text, MAX_FINDING));
        return moved(
                new ReturnEvent.Inspected(units.line(), units.quantity(), finding, staff, now),
                "inspect",
                "receive them first, and inspect each once");
    }

    /** The customer gets new ones. */
    public ReturnCase replace(LineUnits units, Actor staff, Instant now) {
        return moved(
                new ReturnEvent.Replaced(units.line(), units.quantity(), staff, now),
                "replace",
                "inspect them first, and settle each once");
    }

    /** The customer gets them back, mended. */
    public ReturnCase repair(LineUnits units, Actor staff, Instant now) {
        return moved(
                new ReturnEvent.Repaired(units.line(), units.quantity(), staff, now),
                "repair",
                "inspect them first, and settle each once");
    }

    /**
     * The customer gets money or store credit.
     *
     * @param amount what the command asks for, or its share of what was paid
     * @throws SeparationOfDutiesException if the policy wants another refunder
     */
    ReturnCase refund(RefundLine command, Money amount, Instant now) {
        LineUnits units = command.units();
        boolean kept = command.withoutReturn();
        ReturnEvent.LineEvent event = command.method() == RefundMethod.MONEY
                ? new ReturnEvent.Refunded(
                        units.line(),
                        units.quantity(),
                        amount,
                        kept,
                        command.key(),
                        command.payload(),
                        command.staff(),
                        now)
                : new ReturnEvent.StoreCreditIssued(
                        units.line(),
                        units.quantity(),
                        amount,
                        kept,
                        command.key(),
                        command.payload(),
                        command.staff(),
                        now);
        return after(event);
    }

    /** Refuses a refund that the states of the units, or the policy, forbid, whatever its amount. */
    void requireRefundable(RefundLine command, ReturnPolicy policy) {
        LineUnits units = command.units();
        ReturnLine line = line(units.line());
        boolean kept = command.withoutReturn();
        require(
                !kept || policy.refundWithoutReceipt(),
                units,
                0,
                "refund without a return",
                "receive and inspect them first, as the policy wants");
        require(units, kept ? LineState.APPROVED : LineState.INSPECTED, "refund", refundable(kept));
        if (policy.separateRefunder() && line.approvers().contains(command.staff())) {
            throw new SeparationOfDutiesException(id, units.line(), command.staff());
        }
    }

    /** This state without unsaved changes, as it is after a save. */
    public ReturnCase saved() {
        ReturnCaseDraft draft = new ReturnCaseDraft(this);
        draft.changes = List.of();
        return draft.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public ReturnCase evolve(ReturnEvent event) {
        ReturnCaseDraft draft = new ReturnCaseDraft(this);
        draft.version++;
        draft.apply(event);
        return draft.build();
    }

    /** Without what is returned. */
    @Override
    public String toString() {
        return "ReturnCase[" + id.value() + ", " + status() + ", version " + version + "]";
    }

    private static ReturnCase started(ReturnEvent.Requested event) {
        return new ReturnCase(
                event.returned(),
                event.customer(),
                event.ticket(),
                event.lines().stream().map(ReturnLine::of).toList(),
                event.override(),
                event.actor(),
                event.at(),
                1,
                List.of());
    }

    private ReturnCase moved(ReturnEvent.LineEvent event, String verb, String remedy) {
        require(new LineUnits(event.line(), event.quantity()), event.from(), verb, remedy);
        return after(event);
    }

    private ReturnCase after(ReturnEvent event) {
        ReturnCaseDraft draft = new ReturnCaseDraft(evolve(event));
        draft.changes = History.plus(changes, event);
        return draft.build();
    }

    private void require(LineUnits units, LineState from, String verb, String remedy) {
        int possible = line(units.line()).in(from);
        require(units.quantity() <= possible, units, possible, verb, remedy);
    }

    private void require(boolean allowed, LineUnits units, int possible, String verb, String remedy) {
        if (!allowed) {
            throw new LineTransitionException(
                    id, units.line(), line(units.line()).quantities(), verb, units.quantity(), possible, remedy);
        }
    }

    private static String refundable(boolean kept) {
        return kept
                ? "only approved ones that were not received can be refunded without a return"
                : "inspect them first, or refund approved ones without a return";
    }
}
