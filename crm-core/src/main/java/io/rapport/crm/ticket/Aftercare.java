package io.rapport.crm.ticket;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.Calendars;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What follows a resolution. It looks at the unsaved events of a ticket, so that it makes no difference by which verb the
 * ticket was resolved or reopened.
 */
record Aftercare(Workspace workspace, Optional<FollowUpPolicy> policy, Calendars calendars) {

    /** What is to come after a resolution. */
    private record Plan(Optional<Instant> survey, Optional<FollowUpEvent.Scheduled> followUp) {}

    /** Saves a ticket, and what follows from its being resolved or reopened. */
    Ticket save(UnitOfWork unit, Ticket ticket) {
        Optional<Plan> plan = changes(ticket, TicketEvent.Resolved.class)
                .findAny()
                .flatMap(resolved -> policy)
                .filter(given -> ticket.resolution().filter(given::concerns).isPresent())
                .flatMap(given -> plan(unit, ticket, given));
        Ticket next = plan.flatMap(Plan::survey)
                .map(due -> ticket.after(new TicketEvent.SurveyScheduled(due, resolvedAt(ticket))))
                .orElse(ticket);
        TicketDesk.repository(unit).save(next);
        changes(next, TicketEvent.Reopened.class)
                .findFirst()
                .ifPresent(reopened -> cancel(unit, next.id(), reopened.at()));
        plan.flatMap(Plan::followUp).map(FollowUp::schedule).ifPresent(repository(unit)::save);
        return next.saved();
    }

    private Optional<Plan> plan(UnitOfWork unit, Ticket ticket, FollowUpPolicy given) {
        HandlingProfile handling = unit.repository(CustomerRepository.class)
                .require(ticket.customer())
                .handling();
        Set<FollowUpReason> reasons = FollowUpPolicy.reasons(ticket.kind(), handling);
        boolean followedUp = given.everyResolution() || !reasons.isEmpty();
        if (!followedUp && given.surveyAfter().isEmpty()) {
            return Optional.empty();
        }
        BusinessCalendar hours = calendars.in(workspace.within(unit)).require(given.calendar());
        Optional<FollowUpEvent.Scheduled> followUp = Optional.of(reasons)
                .filter(why -> followedUp)
                .map(why -> scheduled(ticket, why, given.due(hours, resolvedAt(ticket))));
        return Optional.of(new Plan(given.surveyDue(hours, resolvedAt(ticket)), followUp));
    }

    private FollowUpEvent.Scheduled scheduled(Ticket ticket, Set<FollowUpReason> reasons, Instant due) {
        return new FollowUpEvent.Scheduled(
                new FollowUpId(workspace.nextId()),
                ticket.id(),
                ticket.reopens() + 1,
                ticket.customer(),
                reasons,
                owner(ticket),
                due,
                resolvedAt(ticket));
    }

    private static void cancel(UnitOfWork unit, TicketId ticket, Instant now) {
        FollowUpRepository followUps = repository(unit);
        followUps.ofTicket(ticket).stream()
                .filter(followUp -> followUp.status() == FollowUpStatus.SCHEDULED)
                .forEach(followUp -> followUps.save(followUp.cancel(now)));
    }

    private static Actor owner(Ticket ticket) {
        return ticket.assignment()
                .assignee()
                .orElseGet(() -> changes(ticket, TicketEvent.Resolved.class)
                        .reduce((earlier, later) -> later)
                        .map(TicketEvent.Resolved::staff)
                        .orElseThrow());
    }

    private static Instant resolvedAt(Ticket ticket) {
        return ticket.resolvedAt().orElseThrow();
    }

    private static <E extends TicketEvent> Stream<E> changes(Ticket ticket, Class<E> type) {
        return ticket.changes().stream().filter(type::isInstance).map(type::cast);
    }

    private static FollowUpRepository repository(UnitOfWork unit) {
        return unit.repository(FollowUpRepository.class);
    }
}
