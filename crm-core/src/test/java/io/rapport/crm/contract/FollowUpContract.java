package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.HandleCustomer;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.ComplaintOutcome;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.CompleteFollowUp;
import io.rapport.crm.ticket.DecideComplaint;
import io.rapport.crm.ticket.FollowUp;
import io.rapport.crm.ticket.FollowUpId;
import io.rapport.crm.ticket.FollowUpOutcome;
import io.rapport.crm.ticket.FollowUpPolicy;
import io.rapport.crm.ticket.FollowUpReason;
import io.rapport.crm.ticket.FollowUpRepository;
import io.rapport.crm.ticket.FollowUpStatus;
import io.rapport.crm.ticket.FollowUps;
import io.rapport.crm.ticket.IndependenceException;
import io.rapport.crm.ticket.MergeTickets;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketPolicy;
import io.rapport.crm.ticket.TicketTick;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.WaiveFollowUp;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked after a resolution, in any store. The tests begin on a Monday at half past nine in UTC. */
public abstract class FollowUpContract extends StoreContract {

    private static final Actor BEA = Actor.of("bea");
    private static final Actor CID = Actor.of("cid");
    private static final Resolution REPLACED = Resolution.of("replaced", "");
    private static final CalendarId OFFICE = CalendarId.of("office");
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final FollowUpPolicy POLICY =
            FollowUpPolicy.of(Duration.ofHours(8), OFFICE).spam("spam", "test");
    private static final PageRequest ALL = PageRequest.first(1000);

    private final List<TicketEvent> heard = new ArrayList<>();

    private Crm crm(FollowUpPolicy policy) {
        return Crm.builder()
                .store(store())
                .tenant(tenant)
                .clock(clock)
                .ids(ids)
                .followUpPolicy(policy)
                .listener(events -> events.stream()
                        .map(recorded -> recorded.event())
                        .filter(TicketEvent.SurveyRequested.class::isInstance)
                        .map(TicketEvent.class::cast)
                        .forEach(heard::add))
                .build();
    }

    private Tickets tickets() {
        return crm(POLICY).tickets();
    }

    private FollowUps followUps() {
        return tickets().followUps();
    }

    @BeforeEach
    void anOffice() {
        crm().calendars()
                .define(
                        BusinessCalendar.builder(OFFICE, ZoneOffset.UTC)
                                .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")))
                                .build(),
                        BEA);
    }

    private CustomerId ann() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    private CustomerId demanding() {
        CustomerId customer = ann();
        crm().customers().handle(customer, HandleCustomer.of(HandlingProfile.STANDARD.demanding("Shouts"), BEA));
        return customer;
    }

    private TicketId started(CustomerId customer, TicketKind kind) {
        Tickets tickets = tickets();
        return tickets.start(
                        tickets.open(OpenTicket.of(customer, kind, "Parcel")).id(), BEA)
                .id();
    }

    private TicketId resolvedComplaint() {
        return tickets()
                .resolve(started(ann(), TicketKind.COMPLAINT), REPLACED, BEA)
                .id();
    }

    private FollowUp only(TicketId ticket) {
        List<FollowUp> all = followUps().ofTicket(ticket);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void assertStored(FollowUp followUp) {
        assertThat(followUps().find(followUp.id())).contains(followUp);
        assertThat(FollowUp.fold(followUps().history(followUp.id()))).isEqualTo(followUp);
    }

    @Test
    void a_resolved_complaint_is_followed_up_in_business_time() {
        TicketId id = started(ann(), TicketKind.COMPLAINT);
        tickets().assign(id, Assignment.to(CID), BEA);

        tickets().resolve(id, REPLACED, BEA);

        FollowUp followUp = only(id);
        assertStored(followUp);
        assertThat(followUp.due()).isEqualTo(MONDAY.plus(A_DAY));
        assertThat(followUp.owner()).isEqualTo(CID);
        assertThat(followUp.reasons()).containsExactly(FollowUpReason.COMPLAINT);
        assertThat(followUp.status()).isEqualTo(FollowUpStatus.SCHEDULED);
        assertThat(followUp.resolution()).isEqualTo(1);
    }

    @Test
    void demanding_customers_are_always_asked_and_all_others_only_by_the_policy() {
        TicketId demanding = started(demanding(), TicketKind.QUESTION);
        TicketId standard = started(ann(), TicketKind.QUESTION);
        TicketId everybody = started(ann(), TicketKind.QUESTION);

        tickets().resolve(demanding, REPLACED, BEA);
        tickets().resolve(standard, REPLACED, BEA);
        crm(POLICY.everybody()).tickets().resolve(everybody, REPLACED, BEA);

        assertThat(only(demanding).reasons()).containsExactly(FollowUpReason.DEMANDING_CUSTOMER);
        assertThat(followUps().ofTicket(standard)).isEmpty();
        assertThat(only(everybody).mandatory()).isFalse();
        assertThat(only(everybody).owner()).isEqualTo(BEA);
    }

    @Test
    void a_handling_profile_can_ask_for_follow_ups_of_a_customer_who_is_not_demanding() {
        CustomerId ann = ann();
        crm().customers().handle(ann, HandleCustomer.of(HandlingProfile.STANDARD.followedUp(), BEA));

        TicketId id = started(ann, TicketKind.QUESTION);
        tickets().resolve(id, REPLACED, BEA);

        assertThat(only(id).reasons()).containsExactly(FollowUpReason.HANDLING_PROFILE);
    }

    @Test
    void nobody_is_asked_about_merged_cancelled_or_spam_tickets_nor_without_a_policy() {
        CustomerId ann = demanding();
        TicketId merged = started(ann, TicketKind.COMPLAINT);
        TicketId target = started(ann, TicketKind.COMPLAINT);
        tickets().merge(MergeTickets.of(merged, target, BEA));
        TicketId spam = started(ann, TicketKind.COMPLAINT);
        tickets().resolve(spam, Resolution.of("spam", ""), BEA);
        TicketId withoutPolicy = started(ann, TicketKind.COMPLAINT);
        crm().tickets().resolve(withoutPolicy, REPLACED, BEA);
        tickets().cancel(target, "Test", BEA);

        for (TicketId id : List.of(merged, target, spam, withoutPolicy)) {
            assertThat(followUps().ofTicket(id)).isEmpty();
        }
    }

    @Test
    void reopening_cancels_it_and_the_next_resolution_has_one_of_its_own() {
        TicketId id = resolvedComplaint();
        aMinuteLater();
        tickets().reopen(id, "Broken again");
        assertThat(only(id).status()).isEqualTo(FollowUpStatus.CANCELLED);
        assertStored(only(id));

        aMinuteLater();
        tickets().resolve(id, REPLACED, BEA);

        assertThat(followUps().ofTicket(id)).extracting(FollowUp::resolution).containsExactly(1, 2);
        assertThat(followUps().ofTicket(id))
                .extracting(FollowUp::status)
                .containsExactly(FollowUpStatus.CANCELLED, FollowUpStatus.SCHEDULED);
    }

    @Test
    void a_customers_message_that_reopens_the_ticket_cancels_it_too() {
        TicketId id = resolvedComplaint();

        tickets().customerMessage(id, "It is broken again");

        assertThat(only(id).status()).isEqualTo(FollowUpStatus.CANCELLED);
    }

    @Test
    void an_appeal_that_reopens_a_complaint_cancels_it_too() {
        TicketId id = started(ann(), TicketKind.COMPLAINT);
        tickets().complaints().assess(AssessComplaint.of(id, ComplaintSeverity.SERIOUS, BEA));
        tickets().complaints().decide(DecideComplaint.of(id, ComplaintOutcome.REJECTED, BEA));
        tickets().resolve(id, REPLACED, BEA);

        tickets().complaints().appeal(id, "Not fair");

        assertThat(only(id).status()).isEqualTo(FollowUpStatus.CANCELLED);
    }

    @Test
    void it_makes_no_difference_where_the_resolution_was_decided() {
        Ticket loaded = tickets().find(started(ann(), TicketKind.COMPLAINT)).orElseThrow();
        Ticket resolved = tickets().save(loaded.resolve(REPLACED, BEA, clock.instant()));
        assertThat(only(resolved.id()).status()).isEqualTo(FollowUpStatus.SCHEDULED);
        TicketId other = started(ann(), TicketKind.COMPLAINT);

        assertThat(tickets().resolveAll(List.of(other), REPLACED, BEA).refused())
                .isEmpty();
        tickets().save(resolved.reopen("Broken again", clock.instant()));

        assertThat(only(other).status()).isEqualTo(FollowUpStatus.SCHEDULED);
        assertThat(only(resolved.id()).status()).isEqualTo(FollowUpStatus.CANCELLED);
    }

    @Test
    void what_was_asked_before_the_ticket_was_reopened_stays_as_it_was() {
        TicketId id = resolvedComplaint();
        FollowUp done = followUps().complete(CompleteFollowUp.of(only(id).id(), FollowUpOutcome.NEEDS_NOT_MET, BEA));

        tickets().reopen(id, "Needs not met");

        assertThat(only(id)).isEqualTo(done);
    }

    @Test
    void a_resolution_that_is_rolled_back_leaves_no_follow_up() {
        TicketId id = started(ann(), TicketKind.COMPLAINT);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> crm(POLICY).inTransaction(tx -> {
                    tx.tickets().resolve(id, REPLACED, BEA);
                    assertThat(tx.tickets().followUps().ofTicket(id)).hasSize(1);
                    throw new NotFoundException("anything");
                }));

        assertThat(followUps().ofTicket(id)).isEmpty();
    }

    @Test
    void a_resolution_that_somebody_overtook_leaves_no_follow_up() {
        Ticket stale = tickets().find(started(ann(), TicketKind.COMPLAINT)).orElseThrow();
        tickets().note(stale.id(), BEA, "Overtaken");

        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> tickets().save(stale.resolve(REPLACED, BEA, clock.instant())));

        assertThat(followUps().ofTicket(stale.id())).isEmpty();
    }

    @Test
    void a_ticket_is_not_resolved_while_the_calendar_of_the_policy_is_unknown() {
        TicketId id = started(ann(), TicketKind.COMPLAINT);
        FollowUpPolicy unknown = FollowUpPolicy.of(AN_HOUR, CalendarId.of("unknown"));

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> crm(unknown).tickets().resolve(id, REPLACED, BEA))
                .withMessageContaining("calendar unknown");

        assertThat(tickets().find(id).orElseThrow().resolvedAt()).isEmpty();
    }

    @Test
    void it_is_reassigned_and_done_with_what_came_out() {
        FollowUpId id = only(resolvedComplaint()).id();
        aMinuteLater();
        assertStored(followUps().reassign(id, CID, BEA));

        FollowUp done = followUps()
                .complete(
                        CompleteFollowUp.of(id, FollowUpOutcome.NEEDS_MET, CID).noting("Very happy"));

        assertStored(done);
        assertThat(done.owner()).isEqualTo(CID);
        assertThat(done.result().orElseThrow().note()).isEqualTo("Very happy");
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> followUps().complete(CompleteFollowUp.of(id, FollowUpOutcome.NEEDS_MET, CID)));
    }

    @Test
    void only_an_optional_one_is_waived() {
        FollowUpId mandatory = only(resolvedComplaint()).id();
        TicketId question = started(ann(), TicketKind.QUESTION);
        crm(POLICY.everybody()).tickets().resolve(question, REPLACED, BEA);

        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> followUps().waive(WaiveFollowUp.of(mandatory, "No time", BEA)));
        assertStored(followUps().waive(WaiveFollowUp.of(only(question).id(), "Moved away", BEA)));
    }

    @Test
    void whom_a_complaint_is_about_does_not_ask_how_it_was() {
        TicketId id = started(ann(), TicketKind.COMPLAINT);
        tickets()
                .complaints()
                .assess(AssessComplaint.of(id, ComplaintSeverity.SERIOUS, BEA).about(CID));
        tickets().resolve(id, REPLACED, BEA);
        FollowUpId followUp = only(id).id();

        assertThatExceptionOfType(IndependenceException.class)
                .isThrownBy(() -> followUps().reassign(followUp, CID, BEA));
        assertThatExceptionOfType(IndependenceException.class)
                .isThrownBy(() -> followUps().complete(CompleteFollowUp.of(followUp, FollowUpOutcome.NEEDS_MET, CID)));
    }

    @Test
    void what_is_overdue_is_listed_by_owner_page_by_page_and_the_longest_first() {
        List<FollowUpId> late = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            late.add(only(resolvedComplaint()).id());
            aMinuteLater();
        }
        FollowUpId others = followUps().reassign(late.remove(4), CID, BEA).id();
        FollowUpId done = late.remove(3);
        followUps().complete(CompleteFollowUp.of(done, FollowUpOutcome.NEEDS_MET, BEA));
        clock.set(MONDAY.plus(A_DAY));
        assertThat(overdue(BEA)).isEmpty();
        assertThat(scheduled(BEA)).isEqualTo(late);

        clock.move(Duration.ofNanos(1_000));
        assertThat(overdue(BEA)).containsExactly(late.get(0));
        clock.move(AN_HOUR);

        assertThat(overdue(BEA)).isEqualTo(late);
        assertThat(overdue(CID)).containsExactly(others);
        assertThat(otherCrm().tickets().followUps().overdue(BEA, ALL).items()).isEmpty();
        Page<FollowUp> first = followUps().overdue(BEA, PageRequest.first(2));
        Page<FollowUp> second =
                followUps().overdue(BEA, PageRequest.after(first.next().orElseThrow(), 2));
        assertThat(first.items()).extracting(FollowUp::id).containsExactly(late.get(0), late.get(1));
        assertThat(second.items()).extracting(FollowUp::id).containsExactly(late.get(2));
        assertThat(second.hasNext()).isFalse();
    }

    private List<FollowUpId> overdue(Actor owner) {
        return followUps().overdue(owner, ALL).items().stream()
                .map(FollowUp::id)
                .toList();
    }

    private List<FollowUpId> scheduled(Actor owner) {
        return followUps().scheduled(owner, ALL).items().stream()
                .map(FollowUp::id)
                .toList();
    }

    @Test
    void follow_ups_of_another_tenant_are_not_seen() {
        TicketId id = resolvedComplaint();
        FollowUpId followUp = only(id).id();

        assertThat(otherCrm().tickets().followUps().ofTicket(id)).isEmpty();
        assertThat(otherCrm().tickets().followUps().find(followUp)).isEmpty();
        assertThat(store().<Boolean>reading(
                                otherTenant,
                                unit -> unit.repository(FollowUpRepository.class)
                                        .scheduled(BEA, ALL)
                                        .items()
                                        .isEmpty()))
                .isTrue();
    }

    @Test
    void a_survey_is_requested_once_for_each_resolution_however_often_it_is_ticked() {
        Tickets tickets = crm(POLICY.surveying(AN_HOUR)).tickets();
        TicketId id = started(ann(), TicketKind.QUESTION);
        Ticket resolved = tickets.resolve(id, REPLACED, BEA);
        assertThat(resolved.surveyDueAt()).contains(MONDAY.plus(AN_HOUR));
        assertThat(tickets.find(id)).contains(resolved);
        assertThat(surveyed(tickets)).isZero();

        clock.set(MONDAY.plus(AN_HOUR));
        assertThat(surveyed(crm(POLICY).forTenant(otherTenant).tickets())).isZero();
        assertThat(surveyed(tickets)).isEqualTo(1);
        assertThat(surveyed(tickets)).isZero();
        aMinuteLater();
        tickets.reopen(id, "Broken again");
        tickets.resolve(id, REPLACED, BEA);
        clock.move(AN_HOUR);
        assertThat(surveyed(tickets)).isEqualTo(1);

        assertThat(heard)
                .extracting(event -> ((TicketEvent.SurveyRequested) event).resolution())
                .containsExactly(1, 2);
        Ticket last = tickets.find(id).orElseThrow();
        assertThat(Ticket.fold(tickets.history(id))).isEqualTo(last);
        assertThat(last.surveyDueAt()).isEmpty();
    }

    @Test
    void a_survey_is_withdrawn_when_the_ticket_is_reopened_before_it_was_requested() {
        Tickets tickets = crm(POLICY.surveying(AN_HOUR)).tickets();
        TicketId id = started(ann(), TicketKind.QUESTION);
        tickets.resolve(id, REPLACED, BEA);

        tickets.customerMessage(id, "Broken again");
        clock.move(A_DAY);

        assertThat(surveyed(tickets)).isZero();
        assertThat(tickets.find(id).orElseThrow().surveyDueAt()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void a_closed_ticket_is_surveyed_too_but_not_spam() {
        Tickets tickets = crm(POLICY.surveying(Duration.ofHours(80))).tickets();
        TicketId id = started(ann(), TicketKind.QUESTION);
        TicketId spam = started(ann(), TicketKind.QUESTION);
        tickets.resolve(id, REPLACED, BEA);
        tickets.resolve(spam, Resolution.of("spam", ""), BEA);

        clock.move(TicketPolicy.STANDARD.quietPeriod());
        assertThat(tickets.tick()).isEqualTo(new TicketTick(0, 2, 0, 0, 0, 0));
        clock.move(Duration.ofDays(30));

        assertThat(tickets.tick(10)).isEqualTo(new TicketTick(0, 0, 1, 0, 0, 0));
        assertThat(tickets.history(id)).endsWith(new TicketEvent.SurveyRequested(1, clock.instant()));
    }

    @Test
    void of_several_nodes_that_tick_at_once_one_requests_each_survey() throws Exception {
        FollowUpPolicy policy = POLICY.surveying(AN_HOUR);
        CustomerId ann = ann();
        List<TicketId> resolved = IntStream.range(0, 20)
                .mapToObj(i -> crm(policy)
                        .tickets()
                        .resolve(started(ann, TicketKind.QUESTION), REPLACED, BEA)
                        .id())
                .toList();
        clock.move(AN_HOUR);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Integer>> ticks = Stream.generate(this::crm)
                    .limit(3)
                    .<Callable<Integer>>map(node -> () -> surveyed(node.tickets()))
                    .toList();
            int surveyed = 0;
            for (Future<Integer> tick : nodes.invokeAll(ticks)) {
                surveyed += tick.get();
            }
            assertThat(surveyed).isEqualTo(resolved.size());
        } finally {
            nodes.shutdownNow();
        }
        for (TicketId id : resolved) {
            assertThat(tickets().history(id).stream().filter(TicketEvent.SurveyRequested.class::isInstance))
                    .hasSize(1);
        }
    }

    private static int surveyed(Tickets tickets) {
        return tickets.tick().surveyed();
    }
}
