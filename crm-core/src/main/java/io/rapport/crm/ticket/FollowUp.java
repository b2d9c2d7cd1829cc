package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asking a customer, some time after a resolution, if their needs are met. There is at most one for each resolution of a
 * ticket. Immutable; every verb returns the next state or throws an {@link IllegalTransitionException}.
 *
 * @param resolution which resolution of the ticket it follows, 1 for the first
 * @param reasons why it may not be left out, in the order of the constants; empty if it may
 * @param owner who is to ask
 * @param due when
 * @param result what came out of it; empty until somebody asked
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record FollowUp(
        FollowUpId id,
        TicketId ticket,
        int resolution,
        CustomerId customer,
        Set<FollowUpReason> reasons,
        Actor owner,
        Instant due,
        FollowUpStatus status,
        Optional<FollowUpResult> result,
        Instant scheduledAt,
        long version,
        List<FollowUpEvent> changes)
        implements Aggregate<FollowUpId, FollowUpEvent> {

    static final int MAX_TEXT = 4_000;

    public FollowUp {
        reasons = Sets.immutableEnumSet(reasons);
        changes = ImmutableList.copyOf(changes);
    }

    static FollowUp schedule(FollowUpEvent.Scheduled scheduled) {
        FollowUpDraft draft = new FollowUpDraft(started(scheduled));
        draft.changes = List.of(scheduled);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static FollowUp fold(List<FollowUpEvent> history) {
        return History.fold(history, FollowUpEvent.Scheduled.class, FollowUp::started, FollowUp::evolve);
    }

    /** Whether it may not be left out. */
    public boolean mandatory() {
        return !reasons.isEmpty();
    }

    /** Whether somebody should have asked by now; at the very moment it is due, it is in time. */
    public boolean overdue(Instant now) {
        return status == FollowUpStatus.SCHEDULED && now.isAfter(due);
    }

    /** Makes somebody else responsible. */
    public FollowUp reassign(Actor newOwner, Actor staff, Instant now) {
        require(true, "be reassigned", "leave it as it is");
        return owner.equals(newOwner) ? this : after(new FollowUpEvent.Reassigned(newOwner, staff, now));
    }

    /** Somebody asked. */
    public FollowUp complete(CompleteFollowUp command, Instant now) {
        require(true, "be done", "leave it as it is");
        return after(
                new FollowUpEvent.Done(new FollowUpResult(command.outcome(), command.note(), command.staff(), now)));
    }

    /** Nobody asks. A mandatory follow-up cannot be left out. */
    public FollowUp waive(WaiveFollowUp command, Instant now) {
        require(!mandatory(), "be waived", "ask the customer, or reassign it");
        return after(new FollowUpEvent.Waived(command.reason(), command.staff(), now));
    }

    /** This state without unsaved changes, as it is after a save. */
    public FollowUp saved() {
        FollowUpDraft draft = new FollowUpDraft(this);
        draft.changes = List.of();
        return draft.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public FollowUp evolve(FollowUpEvent event) {
        FollowUpDraft draft = new FollowUpDraft(this);
        draft.version++;
        draft.apply(event);
        return draft.build();
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "FollowUp[" + id.value() + ", " + ticket + ", " + status + ", version " + version + "]";
    }

    /** The ticket is open again. */
    FollowUp cancel(Instant now) {
        require(true, "be cancelled", "leave it as it is");
        return after(new FollowUpEvent.Cancelled(now));
    }

    private static FollowUp started(FollowUpEvent.Scheduled event) {
        return new FollowUp(
                event.followUp(),
                event.ticket(),
                event.resolution(),
                event.customer(),
                event.reasons(),
                event.owner(),
                event.due(),
                FollowUpStatus.SCHEDULED,
                Optional.empty(),
                event.at(),
                1,
                List.of());
    }

    private FollowUp after(FollowUpEvent event) {
        FollowUpDraft draft = new FollowUpDraft(evolve(event));
        draft.changes = History.plus(changes, event);
        return draft.build();
    }

    private void require(boolean allowed, String verb, String remedy) {
        if (status != FollowUpStatus.SCHEDULED || !allowed) {
            throw new IllegalTransitionException(id, status, verb, remedy);
        }
    }
}
