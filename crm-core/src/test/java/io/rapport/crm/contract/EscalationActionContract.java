package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.sla.EscalationAction;
import io.rapport.crm.ticket.sla.EscalationLevel;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceClocks;
import io.rapport.crm.ticket.sla.Target;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an escalation does to its ticket, in the save that records it. */
public abstract class EscalationActionContract extends EscalationContract {

    private static final Actor CHIEF = Actor.of("chief");

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
}
