package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.TicketStatus;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.WaitingFor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How tickets are kept and found. */
public abstract class TicketRepositoryContract extends StoreContract {

    private static final Actor BEA = Actor.of("bea");

    private Customer ann() {
        return crm().customers().register(RegisterCustomer.person("Ann"));
    }

    @Test
    void a_ticket_comes_back_as_it_was_saved_through_its_whole_life() {
        Tickets tickets = crm().tickets();
        Ticket ticket = tickets.open(OpenTicket.of(ann().id(), TicketKind.COMPLAINT, "Parcel arrived broken")
                .saying("Look at this picture")
                .known(ExternalId.of("mail", "m-1")));
        assertThat(tickets.find(ticket.id())).contains(ticket);

        aMinuteLater();
        tickets.staffReply(ticket.id(), BEA, "We send a new one");
        aMinuteLater();
        tickets.park(ticket.id(), WaitingFor.CUSTOMER, BEA);
        tickets.customerReply(ticket.id(), "Thank you");
        tickets.resolve(ticket.id(), Resolution.of("replaced", "Sent a new one"), BEA);
        aMinuteLater();
        tickets.reopen(ticket.id(), "The new one is broken too");
        Ticket last = tickets.resolve(ticket.id(), Resolution.of("refunded", ""), BEA);
        assertThat(tickets.find(ticket.id())).contains(last);

        aMinuteLater();
        Ticket closed = tickets.close(ticket.id());

        assertThat(tickets.find(ticket.id())).contains(closed);
        assertThat(Ticket.fold(tickets.history(ticket.id()))).isEqualTo(closed);
        assertThat(closed.version()).isEqualTo(8);
        assertThat(closed.reopens()).isEqualTo(1);
    }

    @Test
    void a_ticket_belongs_to_a_known_customer() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() ->
                        crm().tickets().open(OpenTicket.of(new CustomerId(ids.next()), TicketKind.QUESTION, "Hello?")));
        CustomerId elsewhere = ann().id();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> otherCrm().tickets().open(OpenTicket.of(elsewhere, TicketKind.QUESTION, "Hello?")));

        assertThat(crm().tickets().countByStatus()).isEmpty();
    }

    @Test
    void an_external_id_belongs_to_one_ticket() {
        OpenTicket once =
                OpenTicket.of(ann().id(), TicketKind.QUESTION, "Hello?").known(ExternalId.of("mail", "m-1"));
        Ticket first = crm().tickets().open(once);

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> crm().tickets().open(once))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("externalId"));

        assertThat(crm().tickets().countByStatus()).isEqualTo(Map.of(TicketStatus.NEW, 1L));
        Map<ExternalId, Ticket> known = read(
                TicketRepository.class,
                tickets -> tickets.byExternalIds(Set.of(ExternalId.of("mail", "m-1"), ExternalId.of("mail", "m-2"))));
        assertThat(known).isEqualTo(Map.of(ExternalId.of("mail", "m-1"), first));
    }

    @Test
    void tickets_are_counted_by_state() {
        Tickets tickets = crm().tickets();
        CustomerId ann = ann().id();
        tickets.open(OpenTicket.of(ann, TicketKind.QUESTION, "One"));
        tickets.open(OpenTicket.of(ann, TicketKind.QUESTION, "Two"));
        Ticket third = tickets.open(OpenTicket.of(ann, TicketKind.QUESTION, "Three"));
        tickets.staffReply(third.id(), BEA, "Yes");

        assertThat(tickets.countByStatus()).isEqualTo(Map.of(TicketStatus.NEW, 2L, TicketStatus.OPEN, 1L));
        assertThat(otherCrm().tickets().countByStatus()).isEmpty();
    }

    @Test
    void a_customers_tickets_come_latest_first_and_pages_stay_stable_while_rows_are_added() {
        CustomerId ann = ann().id();
        CustomerId bob = ann().id();
        List<TicketId> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            opened.add(
                    0,
                    crm().tickets()
                            .open(OpenTicket.of(ann, TicketKind.QUESTION, "Q" + i))
                            .id());
            crm().tickets().open(OpenTicket.of(bob, TicketKind.QUESTION, "Not Ann's"));
            aMinuteLater();
        }

        List<TicketId> seen = new ArrayList<>();
        Optional<Page<Ticket>> page = Optional.of(crm().tickets().page(ann, PageRequest.first(2)));
        while (page.isPresent()) {
            page.get().items().forEach(ticket -> seen.add(ticket.id()));
            crm().tickets().open(OpenTicket.of(ann, TicketKind.QUESTION, "Meanwhile"));
            page = page.get().next().map(next -> crm().tickets().page(ann, PageRequest.after(next, 2)));
        }

        assertThat(seen).isEqualTo(opened);
    }

    @Test
    void many_new_tickets_with_their_histories_are_saved_in_one_go() {
        CustomerId ann = ann().id();
        List<Ticket> many = IntStream.range(0, 60)
                .mapToObj(i -> Ticket.open(
                                new TicketId(ids.next()),
                                OpenTicket.of(ann, TicketKind.ORDER_HELP, "T" + i)
                                        .known(ExternalId.of("mail", "m" + i)),
                                aMinuteLater())
                        .staffReply(BEA, "Done", aMinuteLater()))
                .toList();

        write(TicketRepository.class, tickets -> tickets.saveNew(many, false));

        assertThat(crm().tickets().countByStatus()).isEqualTo(Map.of(TicketStatus.OPEN, 60L));
        assertThat(crm().tickets().history(many.get(59).id())).hasSize(2);
        assertThat(crm().tickets().find(many.get(59).id()))
                .contains(many.get(59).saved());
        assertThat(crm().tickets().page(PageRequest.first(1000)).items())
                .isEqualTo(many.stream().map(Ticket::saved).toList());
    }
}
