package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.Optional;

/** What can be done to a ticket because it is a complaint. */
record ComplaintCase(Ticket ticket) {

    Ticket assess(AssessComplaint command, Instant now) {
        TicketMove.ASSESS.require(ticket, ticket.kind() == TicketKind.COMPLAINT);
        Ticket assessed = ticket.after(new TicketEvent.ComplaintAssessed(
                command.severity(), command.about(), command.rootCause(), command.staff(), now));
        assessed.requireIndependent(command.staff(), "be assessed by");
        ticket.assignment().assignee().ifPresent(assignee -> assessed.requireIndependent(assignee, "stay assigned to"));
        return assessed;
    }

    Ticket decide(DecideComplaint command, Instant now) {
        boolean ripe = ticket.complaint()
                .filter(details ->
                        details.severity().isPresent() && details.decision().isEmpty())
                .isPresent();
        TicketMove.DECIDE.require(ticket, ripe);
        ticket.requireIndependent(command.staff(), "be decided by");
        ComplaintDecision decision = new ComplaintDecision(command.outcome(), command.remedies(), command.staff(), now);
        return ticket.after(new TicketEvent.ComplaintDecided(decision));
    }

    Ticket appeal(String reason, TicketPolicy policy, Instant now) {
        Optional<ComplaintDecision> decision = ticket.complaint().flatMap(ComplaintDetails::decision);
        boolean inTime = ticket.status().live() || policy.mayReopen(ticket, now);
        TicketMove.APPEAL.require(ticket, decision.isPresent() && inTime);
        Ticket open = ticket.status().live() ? ticket : ticket.reopen(reason, policy, now);
        ImmutableSet<Actor> handledBy = ImmutableSet.<Actor>builder()
                .add(decision.orElseThrow().staff())
                .addAll(ticket.assignment().assignee().stream().iterator())
                .build();
        return open.after(
                new TicketEvent.ComplaintAppealed(Ticket.reason(reason), ImmutableList.copyOf(handledBy), now));
    }
}
