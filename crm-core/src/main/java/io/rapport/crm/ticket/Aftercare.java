package io.rapport.crm.ticket;

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
record Aftercare(Workspace workspace, Optional<FollowUpPolicy> policy) {

    /** Saves a ticket, and what follows from its being resolved or reopened. */
    Ticket save(UnitOfWork unit, Ticket ticket) {
        Optional<FollowUpPolicy> applies = changes(ticket, TicketEvent.Resolved.class)
                .findAny()
                .flatMap(resolved -> policy)
                .filter(given -> ticket.resolution().filter(given::concerns).isPresent());
        Ticket next = applies.flatMap(given -> given.surveyDue(resolvedAt(ticket)))
                .map(due -> ticket.after(new TicketEvent.SurveyScheduled(due, resolvedAt(ticket))))
                .orElse(ticket);
        TicketDesk.repository(unit).save(next);
        changes(next, TicketEvent.Reopened.class)
                .findFirst()
                .ifPresent(reopened -> cancel(unit, next.id(), reopened.at()));
        applies.ifPresent(given -> schedule(unit, next, given));
        return next.saved();
    }

    private void schedule(UnitOfWork unit, Ticket ticket, FollowUpPolicy given) {
        HandlingProfile handling = unit.repository(CustomerRepository.class)
                .require(ticket.customer())
                .handling();
        Set<FollowUpReason> reasons = FollowUpPolicy.reasons(ticket.kind(), handling);
        if (reasons.isEmpty() && !given.everyResolution()) {
            return;
        }
        FollowUpEvent.Scheduled scheduled = new FollowUpEvent.Scheduled(
                new FollowUpId(workspace.nextId()),
                ticket.id(),
                ticket.reopens() + 1,
                ticket.customer(),
                reasons,
                owner(ticket),
                given.due(resolvedAt(ticket)),
                resolvedAt(ticket));
        unit.repository(FollowUpRepository.class).save(FollowUp.schedule(scheduled));
    }

    private static void cancel(UnitOfWork unit, TicketId ticket, Instant now) {
        FollowUpRepository followUps = unit.repository(FollowUpRepository.class);
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
}
