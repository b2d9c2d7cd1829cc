package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketStatus;
import java.time.Duration;

/** What the contracts about the life of tickets share. */
abstract class TicketLifeContract extends StoreContract {

    static final Actor BEA = Actor.of("bea");
    static final Actor CID = Actor.of("cid");
    static final Resolution REPLACED = Resolution.of("replaced", "");
    static final Duration AN_HOUR = Duration.ofHours(1);

    final CustomerId customer() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    final TicketId opened(CustomerId customer) {
        return crm().tickets()
                .open(OpenTicket.of(customer, TicketKind.QUESTION, "Where is it?")
                        .saying("It is late"))
                .id();
    }

    final TicketId started(CustomerId customer) {
        return crm().tickets().start(opened(customer), BEA).id();
    }

    final TicketId resolved(CustomerId customer) {
        return crm().tickets().resolve(started(customer), REPLACED, BEA).id();
    }

    final void assertStored(Ticket ticket) {
        assertThat(crm().tickets().find(ticket.id())).contains(ticket);
        assertThat(Ticket.fold(crm().tickets().history(ticket.id()))).isEqualTo(ticket);
    }

    final TicketStatus status(TicketId id) {
        return crm().tickets().find(id).orElseThrow().status();
    }
}
