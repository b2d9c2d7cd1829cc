package io.rapport.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.PlaybookId;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.RevisePlaybook;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.StepRefusedException;
import io.rapport.crm.playbook.TicketFacts;
import io.rapport.crm.playbook.VersionRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tickets that follow playbooks. */
class TicketPlaybookTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Actor BEA = Actor.of("bea");
    private static final Resolution REPLACED = Resolution.of("replaced", "");
    private static final Playbook BROKEN = published(
            1,
            Step.mandatory("photo", "Ask for a picture", "agent"),
            Step.optional("supplier", "Ask the supplier", "buyer"),
            Step.mandatory("replace", "Send a new one", "warehouse"));
    private static final Playbook LOST = published(2, Step.mandatory("trace", "Ask the carrier", "agent"));
    private static final VersionRef BROKEN_1 = new VersionRef(BROKEN.id(), 1);

    @Test
    void a_ticket_with_open_mandatory_steps_is_not_resolved_and_the_refusal_names_them() {
        Ticket ticket = complete(following(opened(1), BROKEN, LOST), "photo");

        assertThatExceptionOfType(OpenStepsException.class)
                .isThrownBy(() -> ticket.resolve(REPLACED, BEA, LATER))
                .withMessageContaining("complete replace, trace")
                .satisfies(refused -> {
                    assertThat(refused.id()).isEqualTo(ticket.id());
                    assertThat(refused.steps()).isEqualTo(ticket.openMandatorySteps());
                    assertThat(refused.steps())
                            .extracting(OpenStep::playbook, open -> open.step().key())
                            .containsExactly(tuple(BROKEN_1, "replace"), tuple(new VersionRef(LOST.id(), 1), "trace"));
                });
    }

    @Test
    void optional_steps_keep_no_ticket_open() {
        Ticket done = complete(complete(following(opened(1), BROKEN), "photo"), "replace");

        assertThat(done.resolve(REPLACED, BEA, LATER).status()).isEqualTo(TicketStatus.RESOLVED);
    }

    @Test
    void a_merged_or_cancelled_ticket_needs_no_steps() {
        Ticket ticket = following(opened(1), BROKEN);
        Ticket other = opened(2);

        Ticket cancelled = ticket.cancel("Spam", BEA, LATER);
        Ticket merged = Merge.of(ticket, other.id(), other, MergeTickets.of(ticket.id(), other.id(), BEA), LATER)
                .source();

        assertThat(Stream.of(cancelled, merged).flatMap(ended -> ended.openMandatorySteps().stream()))
                .isEmpty();
        assertThat(ticket.openMandatorySteps()).hasSize(2);
    }

    @Test
    void a_mandatory_step_cannot_be_skipped_and_an_optional_one_says_why() {
        Ticket ticket = following(opened(1), BROKEN);

        assertThatExceptionOfType(StepRefusedException.class)
                .isThrownBy(() -> skip(ticket, "photo"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(StepRefusedException.Reason.MANDATORY));
        assertThat(skip(ticket, "supplier").playbooks().get(0).settlement("supplier"))
                .hasValueSatisfying(settled -> assertThat(settled.note()).isEqualTo("Our own product"));
    }

    @Test
    void a_later_version_is_followed_beside_the_frozen_copy_of_an_earlier_one() {
        Playbook second = BROKEN.revise(
                        RevisePlaybook.of("Broken", Procedure.of(Step.mandatory("call", "Call", "agent"))), LATER)
                .publish(BEA, LATER);

        Ticket ticket = following(opened(1), BROKEN, second);

        assertThat(ticket.playbooks()).extracting(one -> one.ref().number()).containsExactly(1, 2);
        assertThat(ticket.openMandatorySteps())
                .extracting(open -> open.step().key())
                .containsExactly("photo", "replace", "call");
    }

    @Test
    void a_version_that_is_followed_already_is_not_begun_anew() {
        Ticket ticket = complete(following(opened(1), BROKEN), "photo");

        assertThat(following(ticket, BROKEN)).isSameAs(ticket);
    }

    @Test
    void steps_belong_to_a_playbook_that_the_ticket_follows() {
        CompleteStep command = CompleteStep.of(opened(1).id(), BROKEN_1, "photo", BEA);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> new TicketPlan(opened(1)).complete(command, LATER));
    }

    @Test
    void nothing_is_planned_for_a_ticket_on_which_no_work_is_owed() {
        Ticket resolved = opened(1).resolve(REPLACED, BEA, LATER);
        Ticket cancelled = following(opened(1), BROKEN).cancel("Spam", BEA, LATER);

        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> following(resolved, BROKEN));
        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> complete(cancelled, "photo"));
        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> skip(cancelled, "supplier"));
    }

    @Test
    void a_reopened_ticket_goes_on_with_the_steps_that_were_left() {
        Ticket reopened = complete(complete(following(opened(1), BROKEN), "photo"), "replace")
                .resolve(REPLACED, BEA, LATER)
                .reopen("Broken again", LATER);

        assertThat(reopened.playbooks().get(0).openSteps())
                .extracting(Step::key)
                .containsExactly("supplier");
    }

    @Test
    void what_was_found_and_what_was_said_stay_out_of_logs() {
        TicketFacts facts = new TicketPlan(opened(1)).facts(HandlingProfile.STANDARD, Stream.of("My secret"));
        Ticket ticket = skip(complete(following(opened(1), BROKEN), "photo"), "supplier");
        CompleteStep complete =
                CompleteStep.of(ticket.id(), BROKEN_1, "photo", BEA).noting("Two of them");
        SkipStep skip = SkipStep.of(ticket.id(), BROKEN_1, "supplier", "Our own product", BEA);

        assertThat(facts.words()).contains("secret");
        assertThat(facts + " " + ticket + ticket.changes() + complete + skip)
                .doesNotContain("secret")
                .doesNotContain("Two of them")
                .doesNotContain("Our own product");
    }

    @Test
    void the_facts_are_those_of_the_ticket_and_its_customer() {
        Triage triage = Triage.STANDARD
                .priority(TicketPriority.URGENT)
                .category("delivery")
                .tagged("fragile");
        Ticket ticket = Ticket.open(
                new TicketId(new UUID(0, 1)),
                OpenTicket.of(new CustomerId(new UUID(0, 2)), TicketKind.COMPLAINT, "Parcel BROKEN")
                        .sorted(triage),
                NOW);

        assertThat(new TicketPlan(ticket).facts(HandlingProfile.STANDARD.demanding("Shouts"), Stream.of("And late")))
                .isEqualTo(TicketFacts.of("COMPLAINT", 3)
                        .in("delivery")
                        .tagged("fragile")
                        .demanding()
                        .saying("Parcel broken and late"));
    }

    private static Ticket opened(long id) {
        CustomerId ann = new CustomerId(new UUID(0, 9));
        return Ticket.open(new TicketId(new UUID(0, id)), OpenTicket.of(ann, TicketKind.QUESTION, "Broken"), NOW)
                .start(BEA, NOW);
    }

    private static Ticket following(Ticket ticket, Playbook... playbooks) {
        Ticket next = ticket;
        for (Playbook playbook : playbooks) {
            next = new TicketPlan(next)
                    .apply(
                            playbook.apply(TicketFacts.of("QUESTION", 1), NOW),
                            PlaybookTrigger.REQUEST,
                            List.of(),
                            BEA,
                            NOW);
        }
        return next;
    }

    private static Ticket complete(Ticket ticket, String step) {
        CompleteStep command = CompleteStep.of(ticket.id(), BROKEN_1, step, BEA).noting("Two of them");
        return new TicketPlan(ticket).complete(command, LATER);
    }

    private static Ticket skip(Ticket ticket, String step) {
        return new TicketPlan(ticket).skip(SkipStep.of(ticket.id(), BROKEN_1, step, "Our own product", BEA), LATER);
    }

    private static Playbook published(long id, Step... steps) {
        DraftPlaybook command = DraftPlaybook.of("playbook-" + id, "Plan", Procedure.of(steps));
        return Playbook.draft(new PlaybookId(new UUID(1, id)), command, NOW).publish(BEA, NOW);
    }
}
