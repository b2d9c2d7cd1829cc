package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Guard;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.PlaybookTrigger;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.ServiceAgreement;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.ServicePolicyBuilder;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.TicketTick;
import io.rapport.crm.ticket.WaitingFor;
import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.EscalationAction;
import io.rapport.crm.ticket.sla.EscalationLevel;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceClocks;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import io.rapport.crm.ticket.sla.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is done while a promise is about to be broken, and after: once, in time, and whoever ticks. */
public abstract class EscalationContract extends OfficeContract {

    private static final Actor CHIEF = Actor.of("chief");

    @Test
    void a_warning_comes_before_it_is_due_and_a_level_after_and_each_fires_once() {
        define(answerIn(4)
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("warning", 75))
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.afterDue("late", Duration.ofHours(1))));
        TicketId id = open();

        assertThat(tickAt("11:59").escalated()).isZero();
        assertThat(tickAt("12:00").escalated()).isEqualTo(1);
        assertThat(tickAt("12:00").escalated()).isZero();
        assertThat(tickAt("13:59").escalated()).isZero();
        assertThat(tickAt("14:00").escalated()).isEqualTo(1);
        assertThat(tickAt("16:00").escalated()).isZero();

        assertThat(escalations(id))
                .extracting(
                        TicketEvent.Escalated::level,
                        TicketEvent.Escalated::metric,
                        TicketEvent.Escalated::reachedAt,
                        TicketEvent.Escalated::at)
                .containsExactly(
                        tuple("warning", Metric.FIRST_RESPONSE, monday("12:00"), monday("12:00")),
                        tuple("late", Metric.FIRST_RESPONSE, monday("14:00"), monday("14:00")));
        assertThat(escalations(id).get(0).due()).contains(monday("13:00"));
    }

    @Test
    void an_escalation_starts_a_playbook_that_is_published_and_not_followed_already() {
        Playbook save = published("save", "lawyer");
        crm.playbooks()
                .draft(DraftPlaybook.of(
                        "draft", "Plan", save.latest().orElseThrow().procedure()));
        define(answerIn(4)
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.atPercent("warning", 75)
                                .then(
                                        EscalationAction.startPlaybook("draft"),
                                        EscalationAction.startPlaybook("unknown"),
                                        EscalationAction.startPlaybook("save")))
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.atPercent("due", 100).then(EscalationAction.startPlaybook("save"))));
        TicketId id = open();
        tickets.customerReply(id, "I will ask my lawyer");

        assertThat(tickAt("12:00").escalated()).isEqualTo(1);
        assertThat(tickAt("13:00").escalated()).isEqualTo(1);

        Ticket ticket = tickets.find(id).orElseThrow();
        assertThat(Ticket.fold(tickets.history(id))).isEqualTo(ticket);
        assertThat(ticket.playbooks()).hasSize(1);
        assertThat(ticket.playbooks().get(0).key()).isEqualTo("save");
        assertThat(ticket.playbooks().get(0).appliedAt()).isEqualTo(monday("12:00"));
        assertThat(ticket.playbooks().get(0).ruledOut()).isEmpty();
        assertThat(tickets.history(id).stream()
                        .filter(TicketEvent.PlaybookApplied.class::isInstance)
                        .map(event -> ((TicketEvent.PlaybookApplied) event).trigger()))
                .containsExactly(PlaybookTrigger.ESCALATION);
    }

    private Playbook published(String key, String keyword) {
        Procedure procedure = Procedure.of(Step.mandatory("call", "Call", "head")
                .when(Guard.when(TicketCondition.any().keyword(keyword))));
        Playbook draft = crm.playbooks().draft(DraftPlaybook.of(key, "Plan", procedure));
        return crm.playbooks().publish(draft.id(), BEA);
    }

    @Test
    void a_late_tick_fires_what_was_missed_in_order_and_says_when_it_was_reached() {
        define(answerIn(4)
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("warning", 75))
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();

        assertThat(tickAt("15:00").escalated()).isEqualTo(2);

        assertThat(escalations(id))
                .extracting(TicketEvent.Escalated::level, TicketEvent.Escalated::reachedAt)
                .containsExactly(tuple("warning", monday("12:00")), tuple("due", monday("13:00")));
    }

    @Test
    void what_was_answered_is_not_escalated() {
        define(answerIn(1).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();
        clock.set(monday("09:30"));
        tickets.staffReply(id, BEA, "Good morning");

        assertThat(tickAt("12:00").escalated()).isZero();
        assertThat(escalations(id)).isEmpty();
    }

    @Test
    void every_unanswered_stretch_is_escalated_anew() {
        define(answerIn(8)
                .promise(Metric.NEXT_RESPONSE, Target.of(Duration.ofHours(1)))
                .escalate(Metric.NEXT_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();
        tickets.staffReply(id, BEA, "Good morning");

        clock.set(monday("10:00"));
        tickets.customerReply(id, "Still broken");
        assertThat(tickAt("11:00").escalated()).isEqualTo(1);
        tickets.staffReply(id, BEA, "Sorry");
        clock.set(monday("12:00"));
        tickets.customerReply(id, "Again");
        assertThat(tickAt("13:00").escalated()).isEqualTo(1);

        assertThat(escalations(id))
                .extracting(TicketEvent.Escalated::owedSince)
                .containsExactly(monday("10:00"), monday("12:00"));
    }

    @Test
    void a_parked_promise_waits_with_its_levels_and_goes_on_with_them() {
        define(ServicePolicy.builder("all", OFFICE)
                .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(2)))
                .escalate(Metric.RESOLUTION, EscalationLevel.atPercent("half", 50)));
        TicketId id = open();
        tickets.start(id, BEA);
        clock.set(monday("09:30"));
        tickets.park(id, WaitingFor.CUSTOMER, BEA);

        assertThat(tickAt("12:00").escalated()).isZero();
        tickets.customerReply(id, "Here you are");
        assertThat(tickAt("12:29").escalated()).isZero();
        assertThat(tickAt("12:30").escalated()).isEqualTo(1);
        assertThat(escalations(id).get(0).reachedAt()).isEqualTo(monday("12:30"));
    }

    @Test
    void a_reopened_ticket_does_not_repeat_the_levels_of_the_same_promise() {
        define(ServicePolicy.builder("all", OFFICE)
                .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(2)))
                .escalate(Metric.RESOLUTION, EscalationLevel.atPercent("half", 50))
                .escalate(Metric.RESOLUTION, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();
        tickets.start(id, BEA);
        assertThat(tickAt("10:00").escalated()).isEqualTo(1);
        tickets.resolve(id, Resolution.of("fixed", "New cable"), BEA);
        clock.set(monday("14:00"));
        tickets.reopen(id, "Broken again");

        assertThat(tickAt("14:30").escalated()).isZero();
        assertThat(tickAt("15:00").escalated()).isEqualTo(1);
        assertThat(escalations(id)).extracting(TicketEvent.Escalated::level).containsExactly("half", "due");
    }

    @Test
    void out_of_hours_a_level_waits_for_the_next_opening_unless_it_is_urgent() {
        define(answerIn(8)
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("nearly", 90))
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.atPercent("due", 100).urgently())
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.afterDue("late", Duration.ofMinutes(1))));
        TicketId id = open();

        assertThat(tickAt("20:00").escalated())
                .as("only the urgent one at night")
                .isEqualTo(1);
        assertThat(tickAt("23:00").escalated()).isZero();
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(tickets.tick().escalated()).isEqualTo(1);
        clock.set(Instant.parse("2026-03-03T09:01:00Z"));
        assertThat(tickets.tick().escalated()).isEqualTo(1);

        assertThat(escalations(id)).extracting(TicketEvent.Escalated::level).containsExactly("due", "nearly", "late");
    }

    @Test
    void a_level_that_is_reached_at_closing_time_waits_for_the_next_opening() {
        define(answerIn(8).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();

        assertThat(tickAt("17:00").escalated()).isZero();
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(tickets.tick().escalated()).isEqualTo(1);
        assertThat(escalations(id).get(0).reachedAt()).isEqualTo(monday("17:00"));
    }

    @Test
    void an_escalation_does_what_it_says_in_the_same_save() {
        define(answerIn(1)
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.atPercent("due", 100)
                                .then(
                                        EscalationAction.tell("head of support"),
                                        EscalationAction.reassign(CHIEF),
                                        EscalationAction.raisePriority())));
        TicketId id = open();

        tickAt("10:00");

        Ticket escalated = tickets.find(id).orElseThrow();
        assertThat(escalated.assignment().assignee()).contains(CHIEF);
        assertThat(escalated.triage().priority()).isEqualTo(TicketPriority.HIGH);
        assertThat(escalations(id).get(0).actions()).contains(EscalationAction.tell("head of support"));
        assertThat(Ticket.fold(tickets.history(id))).isEqualTo(escalated);
    }

    @Test
    void a_raised_priority_changes_no_promise_so_that_no_figure_depends_on_a_tick() {
        define(answerIn(1)
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.atPercent("half", 50).then(EscalationAction.raisePriority())));
        define(ServicePolicy.builder("high", OFFICE)
                .forPriorities(TicketPriority.HIGH)
                .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofMinutes(5))));
        TicketId id = open();
        ServiceClocks untouched = tickets.promises().clocks(id, monday("09:45"));

        tickAt("09:45");

        assertThat(tickets.clocks(id)).isEqualTo(untouched);
    }

    @Test
    void an_escalation_never_hands_a_complaint_to_the_one_complained_about() {
        define(answerIn(1)
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.atPercent("due", 100).then(EscalationAction.reassign(CHIEF))));
        TicketId id =
                tickets.open(OpenTicket.of(ann, TicketKind.COMPLAINT, "Rude")).id();
        tickets.complaints()
                .assess(AssessComplaint.of(id, ComplaintSeverity.MINOR, BEA).about(CHIEF));

        tickAt("10:00");

        assertThat(tickets.find(id).orElseThrow().assignment().assignee()).isEmpty();
        assertThat(escalations(id)).hasSize(1);
    }

    @Test
    void what_ended_is_no_longer_looked_at() {
        define(answerIn(1).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();
        assertThat(watched("23:00")).containsExactly(id);

        tickets.cancel(id, "Spam", BEA);

        assertThat(watched("23:00")).isEmpty();
        assertThat(tickAt("12:00").escalated()).isZero();
    }

    @Test
    void a_ticket_is_looked_at_again_only_when_something_is_reached_or_happens() {
        define(answerIn(4).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();
        assertThat(watched("09:00")).containsExactly(id);

        tickAt("09:01");
        assertThat(watched("12:59")).isEmpty();
        assertThat(watched("13:00")).containsExactly(id);

        tickets.note(id, BEA, "Looks bad");
        assertThat(watched("09:01")).containsExactly(id);
    }

    @Test
    void many_nodes_that_tick_at_once_fire_each_level_once() throws Exception {
        define(answerIn(1)
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("half", 50))
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        Set<TicketId> opened = new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
        for (int i = 0; i < 25; i++) {
            opened.add(open());
        }
        clock.set(monday("11:00"));

        List<TicketTick> ticks = together(4, () -> crm().tickets().tick());

        assertThat(ticks.stream().mapToInt(TicketTick::escalated).sum()).isEqualTo(50);
        assertThat(opened)
                .allSatisfy(id -> assertThat(escalations(id))
                        .extracting(TicketEvent.Escalated::level)
                        .containsExactly("half", "due"));
    }

    @Test
    void a_ticket_that_cannot_be_judged_keeps_no_other_from_being_escalated() {
        define(answerIn(1).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        Ticket lost = tickets.find(open()).orElseThrow();
        ServiceAgreement unknown =
                new ServiceAgreement(ServiceLevelId.of("lost"), 1, OFFICE, 1, Agreement.Start.CREATION);
        tickets.save(lost.agree(Optional.of(unknown), BEA, clock.instant()));
        TicketId id = open();

        TicketTick tick = tickAt("10:00");

        assertThat(tick.failed()).isEqualTo(1);
        assertThat(escalations(id)).hasSize(1);
        assertThat(watched("10:59")).isEmpty();
        assertThat(watched("11:00")).containsExactly(lost.id());
    }

    @Test
    void a_tick_with_a_limit_looks_at_no_more_tickets_than_that() {
        define(answerIn(1).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        for (int i = 0; i < 5; i++) {
            open();
        }
        clock.set(monday("11:00"));

        assertThat(tickets.tick(2).escalated()).isEqualTo(2);
        assertThat(tickets.tick(2).escalated()).isEqualTo(2);
        assertThat(tickets.tick(2).escalated()).isEqualTo(1);
        assertThat(tickets.tick(2).escalated()).isZero();
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(Collections.nCopies(threads, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private TicketId open() {
        return tickets.open(OpenTicket.of(ann, TicketKind.QUESTION, "It does not start"))
                .id();
    }

    private TicketTick tickAt(String time) {
        clock.set(monday(time));
        return tickets.tick();
    }

    private List<TicketId> watched(String time) {
        return read(
                TicketRepository.class,
                repository -> repository.watched(monday(time), 10).stream()
                        .map(Ticket::id)
                        .toList());
    }

    private List<TicketEvent.Escalated> escalations(TicketId id) {
        return tickets.history(id).stream()
                .filter(TicketEvent.Escalated.class::isInstance)
                .map(TicketEvent.Escalated.class::cast)
                .toList();
    }

    private static ServicePolicyBuilder answerIn(int hours) {
        return ServicePolicy.builder("all", OFFICE).promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(hours)));
    }
}
