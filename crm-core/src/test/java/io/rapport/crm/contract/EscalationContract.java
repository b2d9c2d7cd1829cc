package io.rapport.crm.contract;

import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.ServicePolicyBuilder;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketTick;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.Target;
import java.time.Duration;
import java.util.List;

/** What the contracts of escalations share. */
abstract class EscalationContract extends OfficeContract {

    final TicketId open() {
        return tickets.open(OpenTicket.of(ann, TicketKind.QUESTION, "It does not start"))
                .id();
    }

    final TicketTick tickAt(String time) {
        clock.set(monday(time));
        return tickets.tick();
    }

    final List<TicketEvent.Escalated> escalations(TicketId id) {
        return tickets.history(id).stream()
                .filter(TicketEvent.Escalated.class::isInstance)
                .map(TicketEvent.Escalated.class::cast)
                .toList();
    }

    static ServicePolicyBuilder answerIn(int hours) {
        return ServicePolicy.builder("all", OFFICE).promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(hours)));
    }
}
