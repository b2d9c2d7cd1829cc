package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Guard;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.playbook.VersionRef;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import java.time.Duration;
import java.time.ZoneId;

/** What the contracts of tickets that follow playbooks share. The tests begin on a Monday at half past nine in UTC. */
abstract class TicketPlaybookContract extends StoreContract {

    static final Actor BEA = Actor.of("bea");
    static final Actor CID = Actor.of("cid");
    static final Resolution REPLACED = Resolution.of("replaced", "");
    static final Duration AN_HOUR = Duration.ofHours(1);
    static final BusinessCalendar OFFICE = BusinessCalendar.builder(CalendarId.of("office"), ZoneId.of("UTC"))
            .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")))
            .build();
    static final Procedure REPLACE = Procedure.of(
                    Step.mandatory("photo", "Ask for a picture", "agent").within(AN_HOUR),
                    Step.optional("supplier", "Ask the supplier", "buyer").within(Duration.ofHours(8)),
                    Step.optional("chief", "Call", "head")
                            .when(Guard.when(TicketCondition.any().keyword("lawyer"))))
            .matching(TicketCondition.any().keyword("broken"));

    final CustomerId ann() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    final Playbook published(String key, Procedure procedure) {
        Playbook draft = crm().playbooks().draft(DraftPlaybook.of(key, "Plan", procedure));
        return crm().playbooks().publish(draft.id(), BEA);
    }

    final Ticket opened(CustomerId customer, String message) {
        return crm().tickets()
                .open(OpenTicket.of(customer, TicketKind.COMPLAINT, "Parcel").saying(message));
    }

    final TicketId started(CustomerId customer, String message) {
        return crm().tickets().start(opened(customer, message).id(), BEA).id();
    }

    static VersionRef first(Playbook playbook) {
        return new VersionRef(playbook.id(), 1);
    }

    final void assertStored(Ticket ticket) {
        assertThat(crm().tickets().find(ticket.id())).contains(ticket);
        assertThat(Ticket.fold(crm().tickets().history(ticket.id()))).isEqualTo(ticket);
    }
}
