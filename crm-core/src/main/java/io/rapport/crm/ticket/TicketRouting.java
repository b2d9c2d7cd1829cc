package io.rapport.crm.ticket;

import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.staff.CandidateVerdict;
import io.rapport.crm.staff.Routing;
import io.rapport.crm.staff.RoutingChoice;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.store.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Finds who is to work on a ticket, among all who are employed: with what they have to do, and whether they are on shift
 * by their {@linkplain CalendarId calendar}, as the store knows it now. Reads the ticket, its customer, the staff, the
 * requirements, their workloads and each calendar, in one round trip each. Units of work and thread-safety are those of
 * {@link Tickets}; two who route at the same moment may both count on the same free place.
 */
public final class TicketRouting {

    private final TicketDesk desk;

    TicketRouting(TicketDesk desk) {
        this.desk = desk;
    }

    /**
     * Chooses without assigning.
     *
     * @param zone on whose local day certifications must hold
     * @throws NotFoundException if the ticket, or the calendar of an employee, is unknown
     */
    public RoutingChoice choose(RouteTicket command, ZoneId zone) {
        desk.workspace().valid(command);
        return desk.workspace()
                .reading(unit -> choice(unit, TicketDesk.required(tickets(unit), command.ticket()), command, zone));
    }

    /**
     * Chooses, and assigns the ticket to whoever was chosen. Its team stays.
     *
     * @param zone on whose local day certifications must hold
     * @throws NotFoundException if the ticket, or the calendar of an employee, is unknown
     * @throws IllegalTransitionException if the ticket is over
     * @throws StaleAggregateException if somebody saved the ticket at the same moment
     */
    public RoutedTicket route(RouteTicket command, ZoneId zone) {
        desk.workspace().valid(command);
        return desk.workspace().inTransaction(unit -> {
            Ticket ticket = TicketDesk.required(tickets(unit), command.ticket());
            TicketMove.ASSIGN.require(ticket);
            RoutingChoice choice = choice(unit, ticket, command, zone);
            Ticket assigned = choice.chosen()
                    .map(CandidateVerdict::actor)
                    .map(actor -> assigned(ticket, actor, command.staff()))
                    .orElse(ticket);
            return new RoutedTicket(TicketDesk.saved(tickets(unit), assigned), choice);
        });
    }

    private RoutingChoice choice(UnitOfWork unit, Ticket ticket, RouteTicket command, ZoneId zone) {
        Instant now = desk.workspace().now();
        RoutingCandidates candidates =
                new RoutingCandidates(unit, desk.calendars().in(desk.workspace().within(unit)), now);
        return Routing.choose(
                new RoutingNeeds(unit, ticket, now).request(command), candidates.all(), LocalDate.ofInstant(now, zone));
    }

    private Ticket assigned(Ticket ticket, Actor actor, Actor staff) {
        Assignment to = ticket.assignment().handedTo(actor);
        return ticket.assign(to, staff, desk.workspace().now());
    }

    private static TicketRepository tickets(UnitOfWork unit) {
        return TicketDesk.repository(unit);
    }
}
