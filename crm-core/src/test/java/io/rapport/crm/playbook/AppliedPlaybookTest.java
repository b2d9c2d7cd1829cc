package io.rapport.crm.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.StepRefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppliedPlaybookTest {

    private static final Instant APPLIED_AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = APPLIED_AT.plusSeconds(3600);
    private static final Actor BEA = Actor.of("bea");
    private static final PlaybookId ID = new PlaybookId(new UUID(0, 1));
    private static final Step PHOTO =
            Step.mandatory("photo", "Ask for a picture", "agent").within(Duration.ofHours(4));
    private static final Step SUPPLIER = Step.optional("supplier", "Ask the supplier", "agent");
    private static final Step ANSWER =
            Step.mandatory("answer", "Hand on the supplier's answer", "agent").when(Guard.once("supplier"));
    private static final Step CHIEF = Step.mandatory("chief", "Call the customer", "head of support")
            .when(Guard.when(TicketCondition.any().demanding()));
    private static final Playbook PLAYBOOK = Playbook.draft(
                    ID, DraftPlaybook.of("broken", "Broken", Procedure.of(PHOTO, SUPPLIER, ANSWER, CHIEF)), APPLIED_AT)
            .publish(BEA, APPLIED_AT);
    private static final TicketFacts PLAIN = TicketFacts.of("COMPLAINT", 2);
    private static final AppliedPlaybook APPLIED = PLAYBOOK.apply(PLAIN, APPLIED_AT);

    @Test
    void a_copy_carries_its_version_and_the_moment_it_was_applied() {
        assertThat(APPLIED.version()).isEqualTo(PLAYBOOK.latest().orElseThrow());
        assertThat(APPLIED.ref()).isEqualTo(new VersionRef(ID, 1));
        assertThat(APPLIED.appliedAt()).isEqualTo(APPLIED_AT);
        assertThat(APPLIED.openSteps()).containsExactly(PHOTO, SUPPLIER);
        assertThat(APPLIED.openSteps().get(0).deadline()).contains(Duration.ofHours(4));
    }

    @Test
    void a_step_whose_guard_does_not_hold_does_not_apply() {
        assertThat(APPLIED.state("chief")).isEqualTo(StepState.NOT_APPLICABLE);
        assertThat(PLAYBOOK.apply(PLAIN.demanding(), APPLIED_AT).openMandatorySteps())
                .containsExactly(PHOTO, CHIEF);
    }

    @Test
    void a_step_comes_to_apply_once_an_earlier_one_is_done() {
        assertThat(APPLIED.state("answer")).isEqualTo(StepState.NOT_APPLICABLE);

        AppliedPlaybook asked = APPLIED.complete("supplier", BEA, LATER);
        assertThat(asked.openMandatorySteps()).containsExactly(PHOTO, ANSWER);

        AppliedPlaybook skipped = APPLIED.skip("supplier", BEA, "Our own product", LATER);
        assertThat(skipped.openMandatorySteps()).containsExactly(PHOTO);
    }

    @Test
    void a_done_step_says_by_whom_and_when() {
        AppliedPlaybook done = APPLIED.complete("photo", BEA, "Two pictures", LATER);

        assertThat(done.state("photo")).isEqualTo(StepState.DONE);
        assertThat(done.settlement("photo")).contains(new Settlement(StepState.DONE, BEA, LATER, "Two pictures"));
        assertThat(done.openMandatorySteps()).isEmpty();
        assertThat(done.complete()).isFalse();
    }

    @Test
    void a_skipped_step_says_why() {
        AppliedPlaybook skipped = APPLIED.skip("supplier", BEA, "Our own product", LATER);

        assertThat(skipped.settlement("supplier"))
                .contains(new Settlement(StepState.SKIPPED, BEA, LATER, "Our own product"));
        assertThat(skipped.complete("photo", BEA, LATER).complete()).isTrue();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> APPLIED.skip("supplier", BEA, " ", LATER))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));
    }

    @Test
    void a_verb_leaves_the_state_before_as_it_was() {
        APPLIED.complete("photo", BEA, LATER);

        assertThat(APPLIED.state("photo")).isEqualTo(StepState.OPEN);
        assertThat(APPLIED.settled()).isEmpty();
    }

    @Test
    void an_unknown_step_is_refused() {
        assertThatExceptionOfType(StepRefusedException.class)
                .isThrownBy(() -> APPLIED.complete("refund", BEA, LATER))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_STEP);
                    assertThat(refused.playbook()).isEqualTo(new VersionRef(ID, 1));
                    assertThat(refused.step()).isEqualTo("refund");
                    assertThat(refused.state()).isEmpty();
                    assertThat(refused.verb()).isEqualTo("be completed");
                });
        assertThatExceptionOfType(StepRefusedException.class).isThrownBy(() -> APPLIED.state("refund"));
    }

    @Test
    void a_mandatory_step_cannot_be_skipped() {
        assertThatExceptionOfType(StepRefusedException.class)
                .isThrownBy(() -> APPLIED.skip("photo", BEA, "No time", LATER))
                .withMessageContaining("step photo of")
                .withMessageContaining("is OPEN, is mandatory and cannot be skipped: complete it")
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.MANDATORY);
                    assertThat(refused.state()).contains(StepState.OPEN);
                    assertThat(refused.verb()).isEqualTo("be skipped");
                });
    }

    @Test
    void a_settled_step_is_not_settled_again() {
        AppliedPlaybook done = APPLIED.complete("photo", BEA, LATER).skip("supplier", BEA, "Our own", LATER);

        assertRefused(() -> done.complete("photo", BEA, LATER), Reason.ALREADY_SETTLED, StepState.DONE);
        assertRefused(() -> done.skip("photo", BEA, "No time", LATER), Reason.ALREADY_SETTLED, StepState.DONE);
        assertRefused(() -> done.complete("supplier", BEA, LATER), Reason.ALREADY_SETTLED, StepState.SKIPPED);
    }

    @Test
    void a_step_that_does_not_apply_is_not_settled() {
        assertRefused(() -> APPLIED.complete("chief", BEA, LATER), Reason.NOT_APPLICABLE, StepState.NOT_APPLICABLE);
        assertRefused(
                () -> APPLIED.skip("answer", BEA, "None", LATER), Reason.NOT_APPLICABLE, StepState.NOT_APPLICABLE);
    }

    @Test
    void a_copy_speaks_of_its_own_steps_only() {
        PlaybookVersion version = APPLIED.version();
        Settlement done = new Settlement(StepState.DONE, BEA, LATER, "");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new AppliedPlaybook(ID, "broken", version, LATER, Set.of(), Map.of("refund", done)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("settled"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new AppliedPlaybook(ID, "broken", version, LATER, Set.of("refund"), Map.of()))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("ruledOut"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Settlement(StepState.OPEN, BEA, LATER, ""));
    }

    @Test
    void nothing_that_was_written_is_printed() {
        AppliedPlaybook done = APPLIED.complete("photo", BEA, "Ann Example sent it", LATER);

        assertThat(List.of(done, done.settled()).toString()).doesNotContain("Ann");
    }

    private static void assertRefused(Runnable act, Reason reason, StepState state) {
        assertThatExceptionOfType(StepRefusedException.class)
                .isThrownBy(act::run)
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.state()).isEqualTo(Optional.of(state));
                });
    }
}
