package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.Conversation;
import io.rapport.crm.ticket.IndependenceException;
import io.rapport.crm.ticket.LinkKind;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketLink;
import io.rapport.crm.ticket.TicketPolicy;
import io.rapport.crm.ticket.TicketStatus;
import io.rapport.crm.ticket.Tickets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a confirmed ticket is closed, and what a customer's message does to one that ended, in any store. */
public abstract class TicketClosureContract extends TicketLifeContract {

    @Test
    void a_confirmed_ticket_is_closed_at_once_unless_the_policy_keeps_it() {
        CustomerId ann = customer();
        Crm keeping = Crm.builder()
                .store(store())
                .tenant(tenant)
                .clock(clock)
                .ids(ids)
                .ticketPolicy(TicketPolicy.STANDARD.keepingConfirmed())
                .build();

        Ticket kept = keeping.tickets().confirm(resolved(ann));
        assertThat(kept.status()).isEqualTo(TicketStatus.RESOLVED);
        assertStored(kept);
        Ticket closed = crm().tickets().confirm(resolved(ann));
        assertThat(closed.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(closed.confirmedAt()).contains(clock.instant());
        assertStored(closed);
    }

    @Test
    void a_customers_message_reopens_a_ticket_inside_the_window() {
        TicketId id = resolved(customer());

        Ticket reopened = crm().tickets().customerMessage(id, "Broken again");

        assertThat(reopened.id()).isEqualTo(id);
        assertThat(reopened.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(reopened.reopens()).isEqualTo(1);
        assertThat(lastSaid(id)).isEqualTo("Broken again");
    }

    @Test
    void a_message_after_the_window_opens_one_follow_up_that_takes_further_messages() {
        TicketId id = resolved(customer());
        clock.move(TicketPolicy.STANDARD.reopenWindow());

        Ticket followUp = crm().tickets().customerMessage(id, "Broken again");
        Ticket further = crm().tickets().customerMessage(id, "Hello?");

        assertThat(followUp.id()).isNotEqualTo(id);
        assertThat(followUp.status()).isEqualTo(TicketStatus.NEW);
        assertThat(followUp.links()).containsExactly(TicketLink.followUpOf(id));
        assertThat(further.id()).isEqualTo(followUp.id());
        assertThat(lastSaid(followUp.id())).isEqualTo("Hello?");
        Ticket ended = crm().tickets().find(id).orElseThrow();
        assertThat(ended.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(ended.links()).containsExactly(new TicketLink(LinkKind.FOLLOWED_UP_BY, followUp.id()));
        assertStored(ended);
    }

    @Test
    void a_message_to_a_closed_or_cancelled_ticket_opens_a_follow_up_like_it() {
        CustomerId ann = customer();
        TicketId closed = crm().tickets().close(resolved(ann)).id();
        TicketId cancelled = crm().tickets().cancel(started(ann), "Spam", BEA).id();

        for (TicketId id : List.of(closed, cancelled)) {
            Ticket followUp = crm().tickets().customerMessage(id, "It was no spam");

            assertThat(followUp.customer()).isEqualTo(ann);
            assertThat(followUp.kind()).isEqualTo(TicketKind.QUESTION);
            assertThat(followUp.subject()).isEqualTo("Where is it?");
            assertThat(followUp.links()).containsExactly(TicketLink.followUpOf(id));
            assertStored(followUp);
        }
    }

    @Test
    void the_one_complained_about_does_not_handle_the_follow_up_either() {
        Tickets tickets = crm().tickets();
        TicketId id = tickets.open(OpenTicket.of(customer(), TicketKind.COMPLAINT, "She shouted"))
                .id();
        tickets.complaints()
                .assess(AssessComplaint.of(id, ComplaintSeverity.MINOR, CID).about(BEA));
        tickets.cancel(id, "Taken back", CID);

        Ticket followUp = tickets.customerMessage(id, "She did it again");

        assertStored(followUp);
        assertThatExceptionOfType(IndependenceException.class)
                .isThrownBy(() -> tickets.assign(followUp.id(), Assignment.to(BEA), CID));
    }

    private String lastSaid(TicketId id) {
        List<Conversation.Message> messages = crm().tickets().conversation(id).messages();
        return messages.get(messages.size() - 1).text();
    }
}
