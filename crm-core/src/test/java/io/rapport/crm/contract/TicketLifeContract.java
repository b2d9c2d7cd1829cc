package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
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
import io.rapport.crm.ticket.IndependenceException;
import io.rapport.crm.ticket.LinkKind;
import io.rapport.crm.ticket.MergeRefusedException;
import io.rapport.crm.ticket.MergeRefusedException.Reason;
import io.rapport.crm.ticket.MergeTickets;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Remedy;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketImpact;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketLink;
import io.rapport.crm.ticket.TicketPolicy;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.TicketStatus;
import io.rapport.crm.ticket.TicketTick;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.Triage;
import io.rapport.crm.ticket.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What tickets do by the clock and with each other, in any store. */
public abstract class TicketLifeContract extends StoreContract {

    private static final Actor BEA = Actor.of("bea");
    private static final Actor CID = Actor.of("cid");
    private static final Resolution REPLACED = Resolution.of("replaced", "");
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final PageRequest ALL = PageRequest.first(1000);

    private CustomerId customer() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    private TicketId opened(CustomerId customer) {
        return crm().tickets()
                .open(OpenTicket.of(customer, TicketKind.QUESTION, "Where is it?")
                        .saying("It is late"))
                .id();
    }

    private TicketId started(CustomerId customer) {
        return crm().tickets().start(opened(customer), BEA).id();
    }

    private TicketId resolved(CustomerId customer) {
        return crm().tickets().resolve(started(customer), REPLACED, BEA).id();
    }

    private void assertStored(Ticket ticket) {
        assertThat(crm().tickets().find(ticket.id())).contains(ticket);
        assertThat(Ticket.fold(crm().tickets().history(ticket.id()))).isEqualTo(ticket);
    }

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
    void a_tick_wakes_what_is_due_and_nothing_else_however_late_it_comes() {
        CustomerId ann = customer();
        TicketId due = started(ann);
        TicketId scheduled = started(ann);
        TicketId later = started(ann);
        TicketId endless = started(ann);
        Instant until = clock.instant().plus(AN_HOUR);
        crm().tickets().park(due, WaitingFor.CUSTOMER, until, BEA);
        crm().tickets().schedule(scheduled, until, BEA);
        crm().tickets().park(later, WaitingFor.THIRD_PARTY, until.plus(AN_HOUR), BEA);
        crm().tickets().park(endless, WaitingFor.CUSTOMER, BEA);
        clock.move(AN_HOUR.minusMillis(1));
        assertThat(crm().tickets().tick()).isEqualTo(new TicketTick(0, 0, 0, 0, 0, 0));

        clock.move(Duration.ofMinutes(30));
        assertThat(otherCrm().tickets().tick()).isEqualTo(new TicketTick(0, 0, 0, 0, 0, 0));
        assertThat(crm().tickets().tick()).isEqualTo(new TicketTick(2, 0, 0, 0, 0, 0));
        assertThat(crm().tickets().tick()).isEqualTo(new TicketTick(0, 0, 0, 0, 0, 0));

        assertThat(crm().tickets().history(due)).endsWith(new TicketEvent.Woken(until, clock.instant()));
        assertThat(status(due)).isEqualTo(TicketStatus.OPEN);
        assertThat(status(scheduled)).isEqualTo(TicketStatus.OPEN);
        assertThat(status(later)).isEqualTo(TicketStatus.WAITING_THIRD_PARTY);
        assertThat(status(endless)).isEqualTo(TicketStatus.WAITING_CUSTOMER);
    }

    @Test
    void a_tick_closes_what_was_quiet_long_enough() {
        CustomerId ann = customer();
        Duration quiet = TicketPolicy.STANDARD.quietPeriod();
        TicketId first = resolved(ann);
        clock.move(AN_HOUR);
        TicketId second = resolved(ann);

        clock.move(quiet.minus(AN_HOUR).minusMillis(1));
        assertThat(crm().tickets().tick().closed()).isZero();
        clock.move(Duration.ofMillis(1));
        assertThat(crm().tickets().tick().closed()).isEqualTo(1);
        assertThat(status(first)).isEqualTo(TicketStatus.CLOSED);
        assertThat(status(second)).isEqualTo(TicketStatus.RESOLVED);
    }

    @Test
    void a_tick_of_a_few_takes_the_longest_due_first() {
        CustomerId ann = customer();
        List<TicketId> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            TicketId id = started(ann);
            crm().tickets().schedule(id, clock.instant().plus(AN_HOUR).minusSeconds(i), BEA);
            waiting.add(0, id);
        }
        clock.move(AN_HOUR);

        assertThat(crm().tickets().tick(2).woken()).isEqualTo(2);
        assertThat(waiting.stream().map(this::status))
                .containsExactly(TicketStatus.OPEN, TicketStatus.OPEN, TicketStatus.SCHEDULED);
    }

    @Test
    void nodes_that_tick_at_once_move_each_ticket_once() throws InterruptedException, ExecutionException {
        CustomerId ann = customer();
        Instant until = clock.instant().plus(AN_HOUR);
        List<TicketId> waiting =
                IntStream.range(0, 40).mapToObj(i -> started(ann)).toList();
        waiting.forEach(id -> crm().tickets().schedule(id, until, BEA));
        clock.move(AN_HOUR);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<TicketTick>> ticks = Stream.generate(this::crm)
                    .limit(4)
                    .<Callable<TicketTick>>map(node -> () -> node.tickets().tick())
                    .toList();
            int woken = 0;
            for (Future<TicketTick> tick : nodes.invokeAll(ticks)) {
                woken += tick.get().woken();
            }
            assertThat(woken).isEqualTo(waiting.size());
        } finally {
            nodes.shutdownNow();
        }
        for (TicketId id : waiting) {
            assertThat(crm().tickets().history(id).stream().filter(TicketEvent.Woken.class::isInstance))
                    .hasSize(1);
        }
    }

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

    @Test
    void a_merged_ticket_goes_on_in_the_target_and_keeps_its_conversation() {
        CustomerId ann = customer();
        TicketId first = opened(ann);
        TicketId second = opened(ann);
        TicketId third = opened(ann);
        crm().tickets().merge(MergeTickets.of(first, second, BEA));
        crm().tickets().merge(MergeTickets.of(second, third, BEA));

        Ticket taken = crm().tickets().customerMessage(first, "Any news?");

        assertThat(taken.id()).isEqualTo(third);
        assertThat(crm().tickets().current(first)).isEqualTo(taken);
        assertThat(crm().tickets().conversation(first).messages()).hasSize(1);
        assertThat(crm().tickets().history(third))
                .contains(new TicketEvent.MergedIn(second, List.of(), BEA, clock.instant()));
        assertStored(crm().tickets().find(first).orElseThrow());
    }

    @Test
    void a_merge_into_itself_into_a_cycle_or_into_another_customers_ticket_is_refused() {
        TicketId first = opened(customer());
        TicketId second = opened(customer());

        assertRefused(first, first, Reason.SAME_TICKET);
        assertRefused(first, second, Reason.OTHER_CUSTOMER);
        Ticket target =
                crm().tickets().merge(MergeTickets.of(first, second, BEA).betweenCustomers());
        assertThat(target.id()).isEqualTo(second);
        assertRefused(second, first, Reason.CYCLE);
        assertThat(crm().tickets().find(second)).contains(target);
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

    private void assertRefused(TicketId source, TicketId target, Reason reason) {
        assertThatExceptionOfType(MergeRefusedException.class)
                .isThrownBy(() -> crm().tickets().merge(MergeTickets.of(source, target, BEA)))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.field()).isEqualTo("target");
                    assertThat(refused.source()).isEqualTo(source);
                    assertThat(refused.target()).isEqualTo(target);
                });
    }

    private TicketStatus status(TicketId id) {
        return crm().tickets().find(id).orElseThrow().status();
    }

    private String lastSaid(TicketId id) {
        List<Conversation.Message> messages = crm().tickets().conversation(id).messages();
        return messages.get(messages.size() - 1).text();
    }

    private static List<TicketId> idsOf(Page<Ticket> page) {
        return page.items().stream().map(Ticket::id).toList();
    }
}
