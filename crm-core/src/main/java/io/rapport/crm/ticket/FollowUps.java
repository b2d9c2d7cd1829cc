package io.rapport.crm.ticket;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Asking customers after a resolution if their needs are met. A follow-up is scheduled in the same unit of work that
 * resolves its ticket, by the {@link FollowUpPolicy} of the host, and cancelled in the one that reopens it; there is one
 * for each resolution at most. Its owner is the assignee at that moment, or whoever resolved the ticket if nobody was
 * assigned. Without a policy none are scheduled. Units of work, other errors and thread-safety are those of
 * {@link Tickets}.
 */
public final class FollowUps {

    private final TicketDesk desk;

    FollowUps(TicketDesk desk) {
        this.desk = desk;
    }

    public Optional<FollowUp> find(FollowUpId id) {
        return desk.workspace().reading(unit -> repository(unit).find(id));
    }

    /** All follow-ups of a ticket, in the order of its resolutions. */
    public List<FollowUp> ofTicket(TicketId ticket) {
        return desk.workspace().reading(unit -> repository(unit).ofTicket(ticket));
    }

    /** What somebody has to ask, the most urgent first. */
    public Page<FollowUp> scheduled(Actor owner, PageRequest request) {
        return desk.workspace().reading(unit -> repository(unit).scheduled(owner, request));
    }

    /** What somebody should have asked by now, the longest overdue first; reads only that, by index. */
    public Page<FollowUp> overdue(Actor owner, PageRequest request) {
        Instant now = desk.workspace().now();
        return desk.workspace().reading(unit -> repository(unit).overdue(now, owner, request));
    }

    /**
     * Makes somebody else responsible.
     *
     * @throws IndependenceException if the ticket is a complaint that the new owner must keep out of
     */
    public FollowUp reassign(FollowUpId id, Actor owner, Actor staff) {
        return changedBy(id, owner, (followUp, now) -> followUp.reassign(owner, staff, now));
    }

    /**
     * Somebody asked. The ticket stays as it is: reopen it if the customer's needs are not met, confirm it if they are.
     *
     * @throws IndependenceException if the ticket is a complaint that whoever asked must keep out of
     * @throws IllegalTransitionException if it was done, waived or cancelled before
     */
    public FollowUp complete(CompleteFollowUp command) {
        desk.workspace().valid(command);
        return changedBy(command.followUp(), command.staff(), (followUp, now) -> followUp.complete(command, now));
    }

    /**
     * Nobody asks.
     *
     * @throws IllegalTransitionException if it is mandatory, or was done, waived or cancelled before
     */
    public FollowUp waive(WaiveFollowUp command) {
        desk.workspace().valid(command);
        return changed(
                command.followUp(),
                (unit, followUp) -> followUp.waive(command, desk.workspace().now()));
    }

    /** Everything that happened to a follow-up, oldest first. */
    public List<FollowUpEvent> history(FollowUpId id) {
        return desk.workspace().reading(unit -> repository(unit).history(id));
    }

    private FollowUp changedBy(FollowUpId id, Actor asker, BiFunction<FollowUp, Instant, FollowUp> verb) {
        return changed(id, (unit, followUp) -> {
            TicketDesk.required(TicketDesk.repository(unit), followUp.ticket())
                    .requireIndependent(asker, "be followed up by");
            return verb.apply(followUp, desk.workspace().now());
        });
    }

    private FollowUp changed(FollowUpId id, BiFunction<UnitOfWork, FollowUp, FollowUp> verb) {
        return desk.workspace().inTransaction(unit -> {
            FollowUp followUp = repository(unit).find(id).orElseThrow(() -> new NotFoundException(id));
            FollowUp next = verb.apply(unit, followUp);
            repository(unit).save(next);
            return next.saved();
        });
    }

    private static FollowUpRepository repository(UnitOfWork unit) {
        return unit.repository(FollowUpRepository.class);
    }
}
