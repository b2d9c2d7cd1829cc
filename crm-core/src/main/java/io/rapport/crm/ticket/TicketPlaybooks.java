package io.rapport.crm.ticket;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.PlaybookId;
import io.rapport.crm.playbook.PlaybookOutcome;
import io.rapport.crm.playbook.PlaybookOutcomes;
import io.rapport.crm.playbook.PlaybookRepository;
import io.rapport.crm.playbook.StepRefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The playbooks that tickets follow. A new ticket begins to follow one by itself, see {@link Tickets#open}; further ones
 * are applied here, one after the other, and all are kept. A ticket on which no work is owed follows no further playbook
 * and has no step settled. Units of work, other errors and thread-safety are those of {@link Tickets}.
 */
public final class TicketPlaybooks {

    private final TicketDesk desk;

    TicketPlaybooks(TicketDesk desk) {
        this.desk = desk;
    }

    /**
     * Has a ticket follow one more playbook, in its latest version. A version that it follows already is not begun anew.
     * Reads the ticket, its history, the playbook and the customer, each in one round trip.
     *
     * @throws NotFoundException if there is no such ticket or playbook
     * @throws IllegalTransitionException if the playbook is not published, or no work is owed on the ticket
     */
    public Ticket apply(TicketId id, PlaybookId playbook, Actor staff) {
        return applied(
                id, staff, playbooks -> playbooks.find(playbook).orElseThrow(() -> new NotFoundException(playbook)));
    }

    /** The same by the playbook's key. */
    public Ticket apply(TicketId id, String key, Actor staff) {
        return applied(
                id,
                staff,
                playbooks -> playbooks.find(key).orElseThrow(() -> new NotFoundException("the playbook of that key")));
    }

    /**
     * A step is done.
     *
     * @throws NotFoundException if the ticket does not follow that version
     * @throws StepRefusedException if the version has no such step, or the step is not open
     */
    public Ticket completeStep(CompleteStep command) {
        desk.workspace().valid(command);
        return desk.changed(command.ticket(), (ticket, now) -> new TicketPlan(ticket).complete(command, now));
    }

    /**
     * A step is left out.
     *
     * @throws NotFoundException if the ticket does not follow that version
     * @throws StepRefusedException if the step is mandatory, or not open, or the version has no such step
     */
    public Ticket skipStep(SkipStep command) {
        desk.workspace().valid(command);
        return desk.changed(command.ticket(), (ticket, now) -> new TicketPlan(ticket).skip(command, now));
    }

    /**
     * The open steps that have deadlines of their own, in the order of the playbooks and of their steps, each with the
     * instant at which its business time is used up. Waits of the ticket do not stop that time. None where no work is
     * owed.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public List<StepDeadline> stepDeadlines(TicketId id, BusinessCalendar calendar) {
        Require.present("calendar", calendar);
        Ticket ticket = desk.reading(tickets -> TicketDesk.required(tickets, id));
        return new TicketPlan(ticket).deadlines(calendar, desk.workspace().now());
    }

    /**
     * How a ticket ended, once for each playbook that it followed; nothing unless it is resolved. The time to resolve is
     * business time from the opening to the last resolution; waits for the customer, and spans in which it was resolved
     * before it was reopened, do not count. Two round trips.
     *
     * @param favourable whether the customer's answer to the survey was favourable; empty if there is no answer
     * @throws NotFoundException if there is no such ticket
     */
    public List<PlaybookOutcome> outcomes(TicketId id, BusinessCalendar calendar, Optional<Boolean> favourable) {
        Require.present("calendar", calendar);
        return desk.reading(tickets -> {
            Ticket ticket = TicketDesk.required(tickets, id);
            return ticket.resolvedAt().isPresent()
                    ? new TicketOutcomes(desk, calendar, unused -> favourable).of(ticket, tickets.history(id))
                    : List.of();
        });
    }

    /**
     * Counts how the tickets ended that were opened in a period and are resolved or closed now, so that versions of
     * playbooks can be compared. Reads them in batches of 500, in two round trips each, and keeps 8 bytes for each.
     *
     * @param until the end of the period, which does not belong to it
     * @param favourable what the host knows of the answer to a ticket's survey; empty if there is no answer
     */
    public PlaybookOutcomes outcomes(
            Instant from, Instant until, BusinessCalendar calendar, Function<TicketId, Optional<Boolean>> favourable) {
        Require.present("calendar", calendar);
        return new TicketOutcomes(desk, calendar, favourable).opened(from, until);
    }

    private Ticket applied(TicketId id, Actor staff, Function<PlaybookRepository, Playbook> wanted) {
        return desk.workspace().inTransaction(unit -> {
            TicketRepository tickets = TicketDesk.repository(unit);
            Ticket ticket = TicketDesk.required(tickets, id);
            Playbook playbook = wanted.apply(unit.repository(PlaybookRepository.class));
            Instant now = desk.workspace().now();
            return TicketDesk.saved(
                    tickets, new PlaybookChoice(unit).requested(ticket, playbook, tickets.history(id), staff, now));
        });
    }
}
