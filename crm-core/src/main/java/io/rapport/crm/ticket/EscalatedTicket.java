package io.rapport.crm.ticket;

import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.sla.EscalationAction;
import io.rapport.crm.ticket.sla.EscalationPoint;
import java.time.Instant;
import java.util.Optional;

/** What an escalation makes of a ticket. */
record EscalatedTicket(Ticket ticket, Instant now) {

    /** Writes the level down, and does what it asks for as far as the ticket allows. */
    Ticket by(EscalationPoint point) {
        Ticket escalated = ticket.after(new TicketEvent.Escalated(
                point.clock().metric(),
                point.clock().startedAt().orElseThrow(),
                point.level().name(),
                point.level().actions(),
                point.reachedAt(),
                point.clock().due(),
                now));
        for (EscalationAction action : point.level().actions()) {
            escalated = new EscalatedTicket(escalated, now).after(action);
        }
        return escalated;
    }

    private Ticket after(EscalationAction action) {
        if (action instanceof EscalationAction.Reassign reassign) {
            return reassigned(reassign);
        }
        if (action instanceof EscalationAction.RaisePriority) {
            TicketPriority higher = ticket.triage().priority().higher();
            return higher == ticket.triage().priority()
                    ? ticket
                    : ticket.after(new TicketEvent.PriorityRaised(higher, now));
        }
        return ticket;
    }

    private Ticket reassigned(EscalationAction.Reassign to) {
        boolean barred = to.assignee()
                .filter(assignee -> ticket.complaint()
                        .filter(details -> details.bars(assignee))
                        .isPresent())
                .isPresent();
        Optional<String> team = to.team().or(() -> ticket.assignment().team());
        return barred ? ticket : ticket.assign(new Assignment(to.assignee(), team), Actor.SYSTEM, now);
    }
}
