package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.VersionRef;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.BulkResolution;
import io.rapport.crm.ticket.ComplaintOutcome;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.CompleteStep;
import io.rapport.crm.ticket.DecideComplaint;
import io.rapport.crm.ticket.IndependenceException;
import io.rapport.crm.ticket.OpenStepsException;
import io.rapport.crm.ticket.SkipStep;
import io.rapport.crm.ticket.StepDeadline;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketPlaybooks;
import io.rapport.crm.ticket.TicketStatus;
import io.rapport.crm.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the steps of a playbook are settled and due, and hold the resolution of a ticket, in any store. */
public abstract class PlaybookStepContract extends TicketPlaybookContract {

    private void complete(TicketId id, VersionRef version, String step) {
        crm().tickets().playbooks().completeStep(CompleteStep.of(id, version, step, BEA));
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
}
