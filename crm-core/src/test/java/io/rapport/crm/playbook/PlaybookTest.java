package io.rapport.crm.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlaybookTest {

    private static final Instant BEGUN_AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = BEGUN_AT.plusSeconds(3600);
    private static final Instant MUCH_LATER = BEGUN_AT.plusSeconds(7200);
    private static final Actor BEA = Actor.of("bea");
    private static final Procedure ASK = Procedure.of(Step.mandatory("photo", "Ask for a picture", "agent"));
    private static final Procedure REPLACE = Procedure.of(
            Step.mandatory("photo", "Ask for a picture", "agent"),
            Step.mandatory("replace", "Send a new one", "warehouse"));
    private static final Playbook DRAFTED = Playbook.draft(
            new PlaybookId(new UUID(0, 1)), DraftPlaybook.of("broken-parcel", "Parcel arrived broken", ASK), BEGUN_AT);
    private static final Playbook PUBLISHED = DRAFTED.publish(BEA, LATER);

    @Test
    void a_new_playbook_is_a_draft_without_versions() {
        assertThat(DRAFTED.status()).isEqualTo(PlaybookStatus.DRAFT);
        assertThat(DRAFTED.draft()).contains(ASK);
        assertThat(DRAFTED.latest()).isEmpty();
        assertThat(DRAFTED.createdAt()).isEqualTo(BEGUN_AT);
        assertThat(DRAFTED.savedVersion()).isZero();
    }

    @Test
    void publishing_makes_the_draft_the_first_version() {
        assertThat(PUBLISHED.status()).isEqualTo(PlaybookStatus.PUBLISHED);
        assertThat(PUBLISHED.latest()).contains(new PlaybookVersion(1, ASK, LATER));
        assertThat(PUBLISHED.draft()).isEmpty();
    }

    @Test
    void a_revision_is_not_applied_before_it_is_published() {
        Playbook revised = PUBLISHED.revise(RevisePlaybook.of("Parcel broken", REPLACE), MUCH_LATER);

        assertThat(revised.name()).isEqualTo("Parcel broken");
        assertThat(revised.draft()).contains(REPLACE);
        assertThat(revised.latest()).isEqualTo(PUBLISHED.latest());
        assertThat(revised.publish(BEA, MUCH_LATER).latest()).contains(new PlaybookVersion(2, REPLACE, MUCH_LATER));
    }

    @Test
    void every_published_version_is_in_the_history() {
        Playbook twice = PUBLISHED
                .revise(RevisePlaybook.of("Parcel arrived broken", REPLACE), MUCH_LATER)
                .publish(BEA, MUCH_LATER);

        assertThat(Playbook.versions(twice.changes()))
                .containsExactly(new PlaybookVersion(1, ASK, LATER), new PlaybookVersion(2, REPLACE, MUCH_LATER));
        assertThat(Playbook.versions(DRAFTED.changes())).isEmpty();
    }

    @Test
    void a_revision_that_changes_nothing_is_no_event() {
        assertThat(DRAFTED.revise(RevisePlaybook.of("Parcel arrived broken", ASK), LATER))
                .isSameAs(DRAFTED);
        assertThat(PUBLISHED.revise(RevisePlaybook.of("Parcel arrived broken", ASK), LATER))
                .isSameAs(PUBLISHED);
        assertThat(PUBLISHED
                        .revise(RevisePlaybook.of("Another name", ASK), LATER)
                        .name())
                .isEqualTo("Another name");
    }

    @Test
    void nothing_new_cannot_be_published() {
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> PUBLISHED.publish(BEA, MUCH_LATER))
                .satisfies(refused -> {
                    assertThat(refused.id()).isEqualTo(PUBLISHED.id());
                    assertThat(refused.state()).isEqualTo("PUBLISHED");
                    assertThat(refused.verb()).isEqualTo("be published without a draft");
                })
                .withMessageContaining("revise it first");
    }

    @Test
    void a_retired_playbook_takes_no_further_verb_but_keeps_its_latest_version() {
        Playbook retired = PUBLISHED
                .revise(RevisePlaybook.of("Parcel broken", REPLACE), LATER)
                .retire(BEA, MUCH_LATER);

        assertThat(retired.status()).isEqualTo(PlaybookStatus.RETIRED);
        assertThat(retired.latest()).isEqualTo(PUBLISHED.latest());
        assertThat(retired.draft()).isEmpty();
        assertRefused(() -> retired.revise(RevisePlaybook.of("Again", REPLACE), MUCH_LATER), "be revised");
        assertRefused(() -> retired.publish(BEA, MUCH_LATER), "be published");
        assertRefused(() -> retired.retire(BEA, MUCH_LATER), "be retired");
        assertRefused(() -> retired.apply(TicketFacts.of("QUESTION", 1), MUCH_LATER), "be applied");
    }

    @Test
    void a_draft_cannot_be_applied() {
        assertRefused(() -> DRAFTED.apply(TicketFacts.of("QUESTION", 1), LATER), "be applied");
    }

    @Test
    void a_history_begins_with_one_draft() {
        PlaybookEvent drafted = DRAFTED.changes().get(0);

        assertThatIllegalArgumentException().isThrownBy(() -> Playbook.fold(List.of(drafted, drafted)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Playbook.fold(List.of(new PlaybookEvent.Retired(BEA, LATER))));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Playbook.fold(List.of()));
    }

    private static void assertRefused(Runnable act, String verb) {
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(act::run)
                .satisfies(refused -> assertThat(refused.verb()).isEqualTo(verb));
    }
}
