package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import io.rapport.crm.playbook.AppliedPlaybook;
import io.rapport.crm.playbook.Criterion;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Guard;
import io.rapport.crm.playbook.MatchReason;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.PlaybookOutcome;
import io.rapport.crm.playbook.PlaybookOutcomes;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.RevisePlaybook;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.playbook.VersionRef;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.BulkResolution;
import io.rapport.crm.ticket.ComplaintOutcome;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.CompleteStep;
import io.rapport.crm.ticket.DecideComplaint;
import io.rapport.crm.ticket.IndependenceException;
import io.rapport.crm.ticket.OpenStepsException;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.PlaybookTrigger;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.SkipStep;
import io.rapport.crm.ticket.StepDeadline;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketPlaybooks;
import io.rapport.crm.ticket.TicketStatus;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How tickets follow playbooks, in any store. The tests begin on a Monday at half past nine in UTC. */
public abstract class TicketPlaybookContract extends StoreContract {

    private static final Actor BEA = Actor.of("bea");
    private static final Actor CID = Actor.of("cid");
    private static final Resolution REPLACED = Resolution.of("replaced", "");
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final BusinessCalendar OFFICE = BusinessCalendar.builder(CalendarId.of("office"), ZoneId.of("UTC"))
            .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")))
            .build();
    private static final Procedure REPLACE = Procedure.of(
                    Step.mandatory("photo", "Ask for a picture", "agent").within(AN_HOUR),
                    Step.optional("supplier", "Ask the supplier", "buyer").within(Duration.ofHours(8)),
                    Step.optional("chief", "Call", "head")
                            .when(Guard.when(TicketCondition.any().keyword("lawyer"))))
            .matching(TicketCondition.any().keyword("broken"));

    private CustomerId ann() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    private Playbook published(String key, Procedure procedure) {
        Playbook draft = crm().playbooks().draft(DraftPlaybook.of(key, "Plan", procedure));
        return crm().playbooks().publish(draft.id(), BEA);
    }

    private Ticket opened(CustomerId customer, String message) {
        return crm().tickets()
                .open(OpenTicket.of(customer, TicketKind.COMPLAINT, "Parcel").saying(message));
    }

    private TicketId started(CustomerId customer, String message) {
        return crm().tickets().start(opened(customer, message).id(), BEA).id();
    }

    private void complete(TicketId id, VersionRef version, String step) {
        crm().tickets().playbooks().completeStep(CompleteStep.of(id, version, step, BEA));
    }

    private static VersionRef first(Playbook playbook) {
        return new VersionRef(playbook.id(), 1);
    }

    private TicketEvent.PlaybookApplied application(TicketId id) {
        return crm().tickets().history(id).stream()
                .filter(TicketEvent.PlaybookApplied.class::isInstance)
                .map(TicketEvent.PlaybookApplied.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void assertStored(Ticket ticket) {
        assertThat(crm().tickets().find(ticket.id())).contains(ticket);
        assertThat(Ticket.fold(crm().tickets().history(ticket.id()))).isEqualTo(ticket);
    }

    @Test
    void a_new_ticket_follows_the_best_matching_playbook_at_once_and_says_why() {
        Playbook broken = published("broken", REPLACE);
        published("any", Procedure.of(Step.optional("read", "Read it", "agent")).matching(TicketCondition.any()));

        Ticket ticket = opened(ann(), "It arrived BROKEN");

        assertStored(ticket);
        assertThat(ticket.playbooks()).extracting(AppliedPlaybook::ref).containsExactly(first(broken));
        TicketEvent.PlaybookApplied application = application(ticket.id());
        assertThat(application.trigger()).isEqualTo(PlaybookTrigger.MATCH);
        assertThat(application.reasons()).containsExactly(new MatchReason(Criterion.KEYWORD, List.of("broken")));
        assertThat(application.staff()).isEqualTo(Actor.SYSTEM);
        assertThat(ticket.version()).isEqualTo(2);
    }

    @Test
    void a_ticket_that_no_published_playbook_of_the_tenant_is_meant_for_follows_none() {
        published("broken", REPLACE);
        crm().playbooks()
                .draft(DraftPlaybook.of(
                        "draft",
                        "Plan",
                        Procedure.of(Step.optional("read", "Read it", "agent")).matching(TicketCondition.any())));
        CustomerId elsewhere =
                otherCrm().customers().register(RegisterCustomer.person("Bob")).id();

        assertThat(opened(ann(), "It is late").playbooks()).isEmpty();
        assertThat(otherCrm()
                        .tickets()
                        .open(OpenTicket.of(elsewhere, TicketKind.COMPLAINT, "Broken"))
                        .playbooks())
                .isEmpty();
    }

    @Test
    void the_playbook_that_the_customer_is_to_be_handled_by_goes_before_any_match_once_it_is_published() {
        published("broken", REPLACE);
        CustomerId ann = ann();
        crm().customers().handle(ann, HandleCustomer.of(HandlingProfile.STANDARD.playbook("one-face"), BEA));
        assertThat(opened(ann, "It is broken").playbooks())
                .extracting(AppliedPlaybook::key)
                .containsExactly("broken");

        published("one-face", Procedure.of(Step.mandatory("call", "Call", "agent")));
        Ticket ticket = opened(ann, "It is broken");

        assertThat(ticket.playbooks()).extracting(AppliedPlaybook::key).containsExactly("one-face");
        assertThat(application(ticket.id()).trigger()).isEqualTo(PlaybookTrigger.HANDLING_PROFILE);
    }

    @Test
    void demanding_customers_get_the_playbook_that_is_meant_for_them() {
        published(
                "care",
                Procedure.of(Step.mandatory("call", "Call", "agent"))
                        .matching(TicketCondition.any().demanding()));
        CustomerId ann = ann();
        assertThat(opened(ann, "Hello").playbooks()).isEmpty();

        crm().customers().handle(ann, HandleCustomer.of(HandlingProfile.STANDARD.demanding("Was passed around"), BEA));

        assertThat(opened(ann, "Hello").playbooks()).hasSize(1);
    }

    @Test
    void a_message_after_the_end_opens_a_ticket_that_follows_a_playbook_too() {
        CustomerId ann = ann();
        TicketId ended = opened(ann, "It is late").id();
        crm().tickets().cancel(ended, "Test", BEA);
        published("broken", REPLACE);

        Ticket followUp = crm().tickets().customerMessage(ended, "And now it is broken");

        assertStored(followUp);
        assertThat(followUp.playbooks()).hasSize(1);
    }

    @Test
    void playbooks_are_applied_by_hand_one_after_the_other_and_all_are_kept() {
        Playbook broken = published("broken", REPLACE);
        Playbook call = published("call", Procedure.of(Step.mandatory("call", "Call", "agent")));
        Ticket ticket = opened(ann(), "It is broken");
        crm().tickets().customerReply(ticket.id(), "I will ask my lawyer");
        Playbook revised = crm().playbooks()
                .revise(broken.id(), RevisePlaybook.of("Plan", REPLACE.matching(TicketCondition.any())));
        crm().playbooks().publish(revised.id(), BEA);

        crm().tickets().playbooks().apply(ticket.id(), call.id(), CID);
        Ticket last = crm().tickets().playbooks().apply(ticket.id(), "broken", CID);

        assertStored(last);
        assertThat(last.playbooks())
                .extracting(AppliedPlaybook::ref)
                .containsExactly(first(broken), first(call), new VersionRef(broken.id(), 2));
        assertThat(last.playbooks().get(0).ruledOut()).containsExactly("chief");
        assertThat(last.playbooks().get(2).ruledOut()).isEmpty();
        assertThat(crm().tickets().history(ticket.id()))
                .last()
                .isInstanceOfSatisfying(TicketEvent.PlaybookApplied.class, applied -> {
                    assertThat(applied.trigger()).isEqualTo(PlaybookTrigger.REQUEST);
                    assertThat(applied.staff()).isEqualTo(CID);
                });
    }

    @Test
    void only_a_published_playbook_of_the_tenant_is_applied() {
        TicketPlaybooks playbooks = crm().tickets().playbooks();
        TicketId id = opened(ann(), "Hello").id();
        crm().playbooks().draft(DraftPlaybook.of("draft", "Plan", REPLACE));

        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> playbooks.apply(id, "draft", BEA));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> playbooks.apply(id, "nothing", BEA));
        assertThat(crm().tickets().find(id).orElseThrow().playbooks()).isEmpty();
    }

    @Test
    void steps_are_settled_and_come_back_as_they_were_saved() {
        Playbook broken = published("broken", REPLACE);
        TicketId id = opened(ann(), "It is broken").id();
        TicketPlaybooks playbooks = crm().tickets().playbooks();
        aMinuteLater();

        assertStored(playbooks.completeStep(
                CompleteStep.of(id, first(broken), "photo", BEA).noting("Two of them")));
        Ticket settled = playbooks.skipStep(SkipStep.of(id, first(broken), "supplier", "Our own product", BEA));

        assertStored(settled);
        assertThat(settled.playbooks().get(0).complete()).isTrue();
        assertThat(settled.playbooks().get(0).settlement("photo").orElseThrow().note())
                .isEqualTo("Two of them");
    }

    @Test
    void a_ticket_is_resolved_once_its_mandatory_steps_are_done() {
        Playbook broken = published("broken", REPLACE);
        TicketId id = started(ann(), "It is broken");

        assertThatExceptionOfType(OpenStepsException.class)
                .isThrownBy(() -> crm().tickets().resolve(id, REPLACED, BEA));
        assertThat(crm().tickets().find(id).orElseThrow().status()).isEqualTo(TicketStatus.OPEN);

        complete(id, first(broken), "photo");
        assertStored(crm().tickets().resolve(id, REPLACED, BEA));
    }

    @Test
    void a_complaint_that_was_appealed_is_held_by_the_steps_that_came_since() {
        Tickets tickets = crm().tickets();
        TicketId id = started(ann(), "She shouted");
        tickets.complaints().assess(AssessComplaint.of(id, ComplaintSeverity.SERIOUS, BEA));
        tickets.complaints().decide(DecideComplaint.of(id, ComplaintOutcome.REJECTED, BEA));
        tickets.resolve(id, REPLACED, BEA);
        tickets.complaints().appeal(id, "Not fair");
        Playbook appeal = published("appeal", Procedure.of(Step.mandatory("hear", "Hear both", "head")));
        tickets.playbooks().apply(id, "appeal", CID);

        assertThatExceptionOfType(OpenStepsException.class).isThrownBy(() -> tickets.resolve(id, REPLACED, CID));

        complete(id, first(appeal), "hear");
        assertThat(tickets.resolve(id, REPLACED, CID).status()).isEqualTo(TicketStatus.RESOLVED);
    }

    @Test
    void many_are_resolved_together_and_each_that_is_not_says_why_and_stays_as_it_was() {
        published("broken", REPLACE);
        CustomerId ann = ann();
        TicketId free = started(ann, "It is late");
        TicketId held = started(ann, "It is broken");
        TicketId unanswered = opened(ann, "Hello").id();
        TicketId unknown = new TicketId(ids.next());
        TicketId aboutBea = started(ann, "She shouted");
        crm().tickets()
                .complaints()
                .assess(AssessComplaint.of(aboutBea, ComplaintSeverity.SERIOUS, CID)
                        .about(BEA));
        TicketId other = started(ann, "It is late too");
        List<Ticket> before = List.of(held, unanswered, aboutBea).stream()
                .map(id -> crm().tickets().find(id).orElseThrow())
                .toList();

        BulkResolution done = crm().tickets()
                .resolveAll(List.of(free, held, unanswered, unknown, aboutBea, other, free), REPLACED, BEA);

        assertThat(done.resolved()).extracting(Ticket::id).containsExactly(free, other);
        done.resolved().forEach(this::assertStored);
        assertThat(done.refused())
                .extracting(BulkResolution.Refusal::ticket)
                .containsExactly(held, unanswered, unknown, aboutBea);
        assertThat(done.refused())
                .extracting(refusal -> (Object) refusal.reason().getClass())
                .containsExactly(
                        OpenStepsException.class,
                        IllegalTransitionException.class,
                        NotFoundException.class,
                        IndependenceException.class);
        before.forEach(ticket -> assertThat(crm().tickets().find(ticket.id())).contains(ticket));
    }

    @Test
    void inside_a_transaction_those_that_can_be_resolved_together_share_its_commit() {
        published("broken", REPLACE);
        CustomerId ann = ann();
        List<TicketId> both = List.of(started(ann, "It is broken"), started(ann, "It is late"));

        crm().inTransaction(tx -> assertThat(
                        tx.tickets().resolveAll(both, REPLACED, BEA).refused())
                .hasSize(1));

        assertThat(crm().tickets().find(both.get(0)).orElseThrow().status()).isEqualTo(TicketStatus.OPEN);
        assertThat(crm().tickets().find(both.get(1)).orElseThrow().status()).isEqualTo(TicketStatus.RESOLVED);
    }

    @Test
    void open_steps_are_due_in_business_time_from_when_the_playbook_was_applied() {
        Playbook broken = published("broken", REPLACE);
        TicketId id = opened(ann(), "It is broken").id();
        Step photo = REPLACE.steps().get(0);
        Step supplier = REPLACE.steps().get(1);
        clock.move(AN_HOUR);

        assertThat(crm().tickets().playbooks().stepDeadlines(id, OFFICE))
                .containsExactly(
                        new StepDeadline(first(broken), photo, MONDAY.plus(AN_HOUR), false),
                        new StepDeadline(first(broken), supplier, MONDAY.plus(Duration.ofDays(1)), false));

        clock.move(Duration.ofNanos(1_000));
        assertThat(crm().tickets().playbooks().stepDeadlines(id, OFFICE))
                .extracting(StepDeadline::overdue)
                .containsExactly(true, false);
        complete(id, first(broken), "photo");
        assertThat(crm().tickets().playbooks().stepDeadlines(id, OFFICE))
                .extracting(StepDeadline::step)
                .containsExactly(supplier);
        crm().tickets().cancel(id, "Test", BEA);
        assertThat(crm().tickets().playbooks().stepDeadlines(id, OFFICE)).isEmpty();
    }

    @Test
    void outcomes_are_business_time_without_waits_for_the_customer_and_without_resolved_spans() {
        Playbook call = published(
                "call", Procedure.of(Step.optional("call", "Call", "agent")).matching(TicketCondition.any()));
        TicketId id = started(ann(), "Hello");
        clock.move(AN_HOUR);
        crm().tickets().park(id, WaitingFor.CUSTOMER, BEA);
        clock.move(AN_HOUR);
        crm().tickets().customerReply(id, "Here I am");
        assertThat(outcomes(id, Optional.empty())).isEmpty();
        crm().tickets().resolve(id, REPLACED, BEA);
        clock.move(AN_HOUR);
        crm().tickets().reopen(id, "Not done");
        clock.move(Duration.ofDays(1));
        crm().tickets().resolve(id, REPLACED, BEA);

        assertThat(outcomes(id, Optional.of(true)))
                .containsExactly(new PlaybookOutcome(first(call), AN_HOUR.plusHours(8), 1, Optional.of(true)));
    }

    private List<PlaybookOutcome> outcomes(TicketId id, Optional<Boolean> favourable) {
        return crm().tickets().playbooks().outcomes(id, OFFICE, favourable);
    }

    @Test
    void versions_are_compared_by_the_tickets_of_a_period() {
        Procedure procedure =
                Procedure.of(Step.optional("call", "Call", "agent")).matching(TicketCondition.any());
        CustomerId ann = ann();
        resolvedAfter(started(ann, "Before any playbook"), Duration.ZERO);
        Playbook call = published("call", procedure);
        TicketId first = resolvedAfter(started(ann, "One"), AN_HOUR);
        started(ann, "Still open");
        Procedure next = Procedure.of(Step.optional("mail", "Write", "agent")).matching(TicketCondition.any());
        crm().playbooks().revise(call.id(), RevisePlaybook.of("Plan", next));
        crm().playbooks().publish(call.id(), BEA);
        resolvedAfter(started(ann, "Two"), AN_HOUR.plusHours(1));
        resolvedAfter(started(ann, "Three"), AN_HOUR);
        clock.move(AN_HOUR);
        Instant end = clock.instant();
        resolvedAfter(started(ann, "Too late"), AN_HOUR);

        PlaybookOutcomes outcomes = crm().tickets()
                .playbooks()
                .outcomes(MONDAY, end, OFFICE, ticket -> ticket.equals(first) ? Optional.of(false) : Optional.empty());

        assertThat(outcomes.result()).containsOnlyKeys(new VersionRef(call.id(), 1), new VersionRef(call.id(), 2));
        assertThat(outcomes.result().get(new VersionRef(call.id(), 1)).answered())
                .isEqualTo(1);
        assertThat(outcomes.result().get(new VersionRef(call.id(), 2)).tickets())
                .isEqualTo(2);
        assertThat(outcomes.compare(new VersionRef(call.id(), 1), new VersionRef(call.id(), 2))
                        .medianResolutionChange())
                .isEqualTo(Duration.ofMinutes(30));
    }

    private TicketId resolvedAfter(TicketId id, Duration work) {
        clock.move(work);
        return crm().tickets().resolve(id, REPLACED, BEA).id();
    }
}
