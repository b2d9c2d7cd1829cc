package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request, complaint or return of a customer, from the first message until their needs are met. Immutable; every verb
 * returns the next state or throws an {@link IllegalTransitionException}.
 *
 * @param firstResponseAt the first answer of a person; it stays when the ticket is reopened
 * @param resolvedAt the last time it was resolved; empty while it is open again
 * @param closedAt when it was closed
 * @param resolution how it was put right; empty while it is open again
 * @param reopens how often the customer came back after it was resolved
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record Ticket(
        TicketId id,
        CustomerId customer,
        TicketKind kind,
        String subject,
        TicketStatus status,
        Optional<ExternalId> externalId,
        Instant openedAt,
        Optional<Instant> firstResponseAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> closedAt,
        Optional<Resolution> resolution,
        int reopens,
        long version,
        List<TicketEvent> changes)
        implements Aggregate<TicketId, TicketEvent> {

    static final int MAX_SUBJECT = 200;
    static final int MAX_TEXT = 20_000;

    public Ticket {
        changes = ImmutableList.copyOf(changes);
    }

    /** A new ticket. */
    public static Ticket open(TicketId id, OpenTicket command, Instant now) {
        TicketEvent.Opened opened = new TicketEvent.Opened(
                id,
                command.customer(),
                command.kind(),
                command.subject(),
                command.message(),
                command.externalId(),
                now);
        TicketDraft draft = new TicketDraft(started(opened));
        draft.changes = List.of(opened);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Ticket fold(List<TicketEvent> history) {
        return History.fold(history, TicketEvent.Opened.class, Ticket::started, Ticket::evolve);
    }

    /** The customer wrote again. A wait for the customer ends at once. */
    public Ticket customerReply(String message, Instant now) {
        require(status.live(), "take a reply of the customer", "reopen it, or open a new ticket");
        return after(new TicketEvent.CustomerReplied(Require.text("message", message, MAX_TEXT), now));
    }

    /** A person of the staff answers in words that the customer sees. The first answer is the first response. */
    public Ticket staffReply(Actor staff, String message, Instant now) {
        require(status.live(), "take a reply of the staff", "reopen it, or open a new ticket");
        return after(new TicketEvent.StaffReplied(staff, Require.text("message", message, MAX_TEXT), now));
    }

    /** Work stops until somebody else has acted. */
    public Ticket park(WaitingFor waitingFor, Actor staff, Instant now) {
        require(status == TicketStatus.OPEN, "wait", "answer it first, or resume it from its present wait");
        return after(new TicketEvent.Parked(waitingFor, staff, now));
    }

    /** Work goes on. */
    public Ticket resume(Actor staff, Instant now) {
        require(
                status == TicketStatus.WAITING_CUSTOMER || status == TicketStatus.WAITING_THIRD_PARTY,
                "be resumed",
                "resume a ticket that waits");
        return after(new TicketEvent.Resumed(staff, now));
    }

    public Ticket resolve(Resolution how, Actor staff, Instant now) {
        require(status == TicketStatus.OPEN, "be resolved", "answer it, or resume it, before it is resolved");
        return after(new TicketEvent.Resolved(how, staff, now));
    }

    /** The customer's needs are not met after all. */
    public Ticket reopen(String reason, Instant now) {
        require(status == TicketStatus.RESOLVED, "be reopened", "reopen a resolved ticket, or open a new one");
        return after(new TicketEvent.Reopened(Require.text("reason", reason, MAX_TEXT), now));
    }

    public Ticket close(Instant now) {
        require(status == TicketStatus.RESOLVED, "be closed", "resolve it first");
        return after(new TicketEvent.Closed(now));
    }

    /** This state without unsaved changes, as it is after a save. */
    public Ticket saved() {
        TicketDraft draft = new TicketDraft(this);
        draft.changes = List.of();
        return draft.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Ticket evolve(TicketEvent event) {
        TicketDraft draft = new TicketDraft(this);
        draft.version++;
        draft.apply(event);
        return draft.build();
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "Ticket[" + id.value() + ", " + kind + ", " + status + ", version " + version + "]";
    }

    private static Ticket started(TicketEvent.Opened event) {
        return new Ticket(
                event.ticket(),
                event.customer(),
                event.kind(),
                event.subject(),
                TicketStatus.NEW,
                event.externalId(),
                event.at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                1,
                List.of());
    }

    private Ticket after(TicketEvent event) {
        TicketDraft draft = new TicketDraft(evolve(event));
        draft.changes = History.plus(changes, event);
        return draft.build();
    }

    private void require(boolean allowed, String verb, String remedy) {
        if (!allowed) {
            throw new IllegalTransitionException(id, status, verb, remedy);
        }
    }
}
