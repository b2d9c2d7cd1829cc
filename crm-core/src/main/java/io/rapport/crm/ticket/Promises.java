package io.rapport.crm.ticket;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.ServiceClocks;
import io.rapport.crm.ticket.sla.ServiceLevel;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was promised about tickets, and how it stands. A ticket keeps the versions of policy and calendar that it was
 * agreed under; edits reach it by {@link #recompute} only. Units of work and thread-safety are those of {@link Tickets}.
 */
public final class Promises {

    private final TicketDesk desk;

    Promises(TicketDesk desk) {
        this.desk = desk;
    }

    /**
     * How the promises stand now, by what was agreed on the ticket. Reads its history, and each version of policy and
     * calendar that it was agreed under; one round trip for each.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public ServiceClocks clocks(TicketId id) {
        return clocks(id, desk.workspace().now());
    }

    /**
     * How the promises stood at an instant, by what had happened and was agreed until then.
     *
     * @param asOf not before the ticket was opened
     * @throws NotFoundException if there is no such ticket
     */
    public ServiceClocks clocks(TicketId id, Instant asOf) {
        return desk.workspace().reading(unit -> {
            List<TicketEvent> history = TicketDesk.history(unit, id);
            return ServiceClocks.of(TicketTimeline.of(history), desk.terms(unit).agreements(history), asOf);
        });
    }

    /**
     * How they would stand now if this had been agreed when the ticket was opened, whatever was. One round trip.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public ServiceClocks clocks(TicketId id, ServiceLevel level, BusinessCalendar calendar) {
        List<TicketEvent> history = desk.workspace().reading(unit -> TicketDesk.history(unit, id));
        Agreement agreement = Agreement.atCreation(history.get(0).at(), level, calendar);
        return computed(history, List.of(agreement));
    }

    /**
     * The same for agreements that changed.
     *
     * @param agreements oldest first
     * @throws NotFoundException if there is no such ticket
     */
    public ServiceClocks clocks(TicketId id, List<Agreement> agreements) {
        return computed(desk.workspace().reading(unit -> TicketDesk.history(unit, id)), agreements);
    }

    /**
     * Puts a ticket under the newest version of a policy that somebody chose, until it is sorted anew. What was met or
     * breached before keeps its judgement.
     *
     * @param start whether its targets count from the creation or, for a hand-over between teams, from now
     * @throws NotFoundException if there is no such ticket, policy or calendar
     * @throws IllegalTransitionException if the ticket is over
     */
    public Ticket agree(TicketId id, ServiceLevelId policy, Agreement.Start start, Actor staff) {
        return desk.workspace().inTransaction(unit -> {
            TicketRepository tickets = TicketDesk.repository(unit);
            ServiceAgreement chosen = desk.terms(unit).chosen(policy, start);
            Ticket ticket = TicketDesk.required(tickets, id);
            return TicketDesk.saved(
                    tickets,
                    ticket.agree(Optional.of(chosen), staff, desk.workspace().now()));
        });
    }

    /**
     * Puts a ticket under the newest versions: of the most specific policy that is meant for it, and of its calendar.
     * What was met or breached before keeps its judgement.
     *
     * @return the difference that it made
     * @throws NotFoundException if there is no such ticket
     * @throws IllegalTransitionException if the ticket is over
     */
    public Recomputation recompute(TicketId id, Actor staff) {
        return desk.workspace().inTransaction(unit -> {
            Instant now = desk.workspace().now();
            TicketRepository tickets = TicketDesk.repository(unit);
            ServiceTerms terms = desk.terms(unit);
            Ticket before = TicketDesk.required(tickets, id);
            List<TicketEvent> history = tickets.history(id);
            Ticket after = before.agree(terms.renewed(before), staff, now);
            tickets.save(after);
            List<TicketEvent> longer =
                    Stream.concat(history.stream(), after.changes().stream()).toList();
            return new Recomputation(
                    before.agreement(),
                    after.agreement(),
                    ServiceClocks.of(TicketTimeline.of(history), terms.agreements(history), now),
                    ServiceClocks.of(TicketTimeline.of(longer), terms.agreements(longer), now));
        });
    }

    private ServiceClocks computed(List<TicketEvent> history, List<Agreement> agreements) {
        return ServiceClocks.of(
                TicketTimeline.of(history), agreements, desk.workspace().now());
    }
}
