package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.ComplaintOutcome;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.Conversation;
import io.rapport.crm.ticket.DecideComplaint;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Remedy;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketImpact;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketLink;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.TicketStatus;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.Triage;
import io.rapport.crm.ticket.WaitingFor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How what staff do with a ticket is kept and found again, in any store. */
public abstract class TicketHandlingContract extends TicketLifeContract {

    private static final PageRequest ALL = PageRequest.first(1000);

    @Test
    void how_a_ticket_is_handled_comes_back_as_it_was_saved() {
        Tickets tickets = crm().tickets();
        CustomerId ann = customer();
        TicketId other = opened(ann);
        Triage triage = Triage.STANDARD.priority(TicketPriority.HIGH).tagged("vip");
        TicketId id = tickets.open(
                        OpenTicket.of(ann, TicketKind.TECHNICAL, "Broken").sorted(triage))
                .id();
        tickets.changePriority(id, TicketPriority.URGENT, BEA);
        tickets.changeImpact(id, TicketImpact.HIGH, BEA);
        tickets.changeCategory(id, Optional.of("outage"), BEA);
        tickets.tag(id, "fragile", BEA);
        tickets.untag(id, "vip", BEA);
        tickets.watch(id, CID, BEA);
        tickets.watch(id, BEA, BEA);
        tickets.unwatch(id, BEA, BEA);
        tickets.link(id, TicketLink.related(other), BEA);
        tickets.link(id, TicketLink.duplicateOf(other), BEA);
        tickets.unlink(id, TicketLink.related(other), BEA);
        assertStored(tickets.assign(id, Assignment.to(BEA).in("first line"), CID));
        tickets.start(id, BEA);
        assertStored(tickets.park(id, WaitingFor.THIRD_PARTY, aMinuteLater().plus(AN_HOUR), BEA));
        tickets.resume(id, BEA);
        assertStored(tickets.schedule(id, aMinuteLater().plus(AN_HOUR), BEA));

        Ticket cancelled = tickets.cancel(id, "Opened by mistake", BEA);

        assertStored(cancelled);
        assertThat(cancelled.triage())
                .isEqualTo(Triage.STANDARD
                        .priority(TicketPriority.URGENT)
                        .impact(TicketImpact.HIGH)
                        .category("outage")
                        .tagged("fragile"));
        assertThat(cancelled.watchers()).containsExactly(CID);
        assertThat(cancelled.links()).containsExactly(TicketLink.duplicateOf(other));
        assertThat(cancelled.assignment()).isEqualTo(Assignment.to(BEA).in("first line"));
    }

    @Test
    void a_link_points_to_a_ticket_of_the_same_tenant() {
        TicketId mine = opened(customer());
        TicketId elsewhere = new TicketId(ids.next());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> crm().tickets().link(mine, TicketLink.related(elsewhere), BEA));
    }

    @Test
    void a_complaint_comes_back_with_its_assessment_decision_and_appeal() {
        Tickets tickets = crm().tickets();
        TicketId id = tickets.open(OpenTicket.of(customer(), TicketKind.COMPLAINT, "She shouted"))
                .id();
        tickets.assign(id, Assignment.to(CID), CID);
        assertStored(tickets.complaints()
                .assess(AssessComplaint.of(id, ComplaintSeverity.SERIOUS, CID)
                        .about(BEA)
                        .causedBy("rudeness")));
        aMinuteLater();
        assertStored(tickets.complaints()
                .decide(DecideComplaint.of(id, ComplaintOutcome.UPHELD, CID, Remedy.APOLOGY, Remedy.POINTS)));

        Ticket appealed = tickets.complaints().appeal(id, "I want my money back");

        assertStored(appealed);
        assertThat(appealed.complaint().orElseThrow().bars(CID)).isTrue();
    }

    @Test
    void the_conversation_is_what_was_said() {
        TicketId id = opened(customer());
        crm().tickets().automaticMessage(id, Actor.of("bot"), "We got it");
        crm().tickets().note(id, BEA, "Ask the carrier");
        crm().tickets().logCall(id, BEA, "Comes tomorrow");

        assertThat(crm().tickets().conversation(id).messages())
                .extracting(Conversation.Message::text)
                .containsExactly("It is late", "We got it", "Ask the carrier", "Comes tomorrow");
        assertThat(otherCrm().tickets().conversation(id).messages()).isEmpty();
    }

    @Test
    void tickets_are_found_by_assignee_state_and_customer() {
        CustomerId ann = customer();
        CustomerId bob = customer();
        TicketId first = started(ann);
        aMinuteLater();
        TicketId second = opened(ann);
        aMinuteLater();
        TicketId third = opened(bob);
        aMinuteLater();
        TicketId done = resolved(ann);
        Stream.of(first, third, done).forEach(id -> crm().tickets().assign(id, Assignment.to(CID), BEA));
        crm().tickets().assign(second, Assignment.to(BEA), BEA);

        assertThat(idsOf(crm().tickets().live(CID, ALL))).containsExactly(first, third);
        assertThat(idsOf(crm().tickets().live(ann, ALL))).containsExactly(second, first);
        assertThat(idsOf(crm().tickets().page(TicketStatus.NEW, ALL))).containsExactly(second, third);
        assertThat(idsOf(otherCrm().tickets().live(CID, ALL))).isEmpty();
        assertThat(idsOf(otherCrm().tickets().page(TicketStatus.NEW, ALL))).isEmpty();
        Page<Ticket> page = crm().tickets().live(CID, PageRequest.first(1));
        assertThat(idsOf(page)).containsExactly(first);
        assertThat(idsOf(crm().tickets().live(CID, PageRequest.after(page.next().orElseThrow(), 1))))
                .containsExactly(third);
    }

    private static List<TicketId> idsOf(Page<Ticket> page) {
        return page.items().stream().map(Ticket::id).toList();
    }
}
