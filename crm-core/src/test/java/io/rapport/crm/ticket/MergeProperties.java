package io.rapport.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Merges in any order. */
class MergeProperties {

    private static final Actor BEA = Actor.of("bea");
    private static final int TICKETS = 6;

    private record Step(TicketId source, TicketId target) {}

    @Property(tries = 300)
    void merges_in_any_order_lead_from_every_ticket_to_one_that_was_not_merged(
            @ForAll @Size(max = 25) List<@IntRange(max = TICKETS * TICKETS - 1) Integer> pairs) {
        Crm crm = Crm.inMemory();
        CustomerId ann =
                crm.customers().register(RegisterCustomer.person("Ann")).id();
        List<TicketId> all = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            all.add(opened(crm, ann));
        }
        for (int pair : pairs) {
            merge(crm, new Step(all.get(pair / TICKETS), all.get(pair % TICKETS)));
        }

        for (TicketId id : all) {
            Ticket end = end(crm, id);
            assertThat(crm.tickets().current(id)).isEqualTo(end);
            assertThat(end.status()).isEqualTo(TicketStatus.NEW);
            assertThat(Ticket.fold(crm.tickets().history(id)))
                    .isEqualTo(crm.tickets().find(id).orElseThrow());
        }
    }

    /** Merges, and says by the refusal what the tickets were before. */
    private static void merge(Crm crm, Step step) {
        boolean ended =
                crm.tickets().find(step.source()).orElseThrow().mergedInto().isPresent();
        TicketId into = end(crm, step.target()).id();
        try {
            Ticket target = crm.tickets().merge(MergeTickets.of(step.source(), step.target(), BEA));
            assertThat(target.id()).isEqualTo(into);
            assertThat(end(crm, step.source())).isEqualTo(target);
        } catch (MergeRefusedException refused) {
            assertThat(into).isEqualTo(step.source().equals(step.target()) ? into : step.source());
        } catch (IllegalTransitionException refused) {
            assertThat(ended).isTrue();
        }
    }

    /** Walks the chain by hand, and fails where it comes by twice. */
    private static Ticket end(Crm crm, TicketId start) {
        Set<TicketId> seen = new HashSet<>();
        Ticket ticket = crm.tickets().find(start).orElseThrow();
        while (ticket.mergedInto().isPresent()) {
            assertThat(seen.add(ticket.id())).isTrue();
            ticket = crm.tickets().find(ticket.mergedInto().get()).orElseThrow();
        }
        return ticket;
    }

    private static TicketId opened(Crm crm, CustomerId customer) {
        return crm.tickets()
                .open(OpenTicket.of(customer, TicketKind.QUESTION, "Where is it?"))
                .id();
    }
}
