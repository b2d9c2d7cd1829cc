package io.rapport.crm.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random lives of playbooks. */
class PlaybookProperties {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final Actor BEA = Actor.of("bea");
    private static final TicketFacts TICKET = TicketFacts.of("QUESTION", 1);

    private enum Verb {
        REVISE((playbook, now) -> playbook.revise(RevisePlaybook.of(playbook.name(), steps(playbook.version())), now)),
        RENAME((playbook, now) -> playbook.revise(RevisePlaybook.of("Name " + playbook.version(), steps(1)), now)),
        PUBLISH((playbook, now) -> playbook.publish(BEA, now)),
        RETIRE((playbook, now) -> playbook.retire(BEA, now));

        private final BiFunction<Playbook, Instant, Playbook> act;

        Verb(BiFunction<Playbook, Instant, Playbook> act) {
            this.act = act;
        }

        boolean allowed(Playbook playbook) {
            return playbook.status() != PlaybookStatus.RETIRED
                    && (this != PUBLISH || playbook.draft().isPresent());
        }
    }

    @Property
    void the_history_folds_to_the_state(@ForAll("verbs") List<Verb> verbs) {
        Playbook playbook = life(drafted(), verbs);

        assertThat(Playbook.fold(playbook.changes())).isEqualTo(playbook.saved());
        assertThat(playbook.version()).isEqualTo(playbook.changes().size());
        assertThat(playbook.savedVersion()).isZero();
    }

    @Property
    void what_the_state_forbids_is_refused(@ForAll("verbs") List<Verb> verbs, @ForAll Verb next) {
        Playbook playbook = life(drafted(), verbs);

        if (next.allowed(playbook)) {
            assertThat(next.act.apply(playbook, at(playbook)).version()).isGreaterThanOrEqualTo(playbook.version());
        } else {
            assertThatExceptionOfType(IllegalTransitionException.class)
                    .isThrownBy(() -> next.act.apply(playbook, at(playbook)))
                    .satisfies(refused -> assertThat(refused.state())
                            .isEqualTo(playbook.status().name()));
        }
    }

    @Property
    void versions_are_numbered_without_gaps_and_never_change(
            @ForAll("verbs") List<Verb> first, @ForAll("verbs") List<Verb> second) {
        Playbook halfway = life(drafted(), first);
        List<PlaybookVersion> before = Playbook.versions(halfway.changes());
        Playbook last = life(halfway, second);
        List<PlaybookVersion> after = Playbook.versions(last.changes());

        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after.stream().map(PlaybookVersion::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, after.size()).boxed().toList());
        assertThat(last.latest()).isEqualTo(after.stream().reduce((earlier, later) -> later));
    }

    @Property
    void what_happens_to_a_playbook_never_changes_the_copies_that_were_applied(@ForAll("verbs") List<Verb> verbs) {
        Playbook playbook = drafted().publish(BEA, START);
        List<AppliedPlaybook> copies = new ArrayList<>();
        List<PlaybookVersion> versions = new ArrayList<>();
        for (Verb verb : verbs) {
            if (playbook.status() == PlaybookStatus.PUBLISHED) {
                copies.add(playbook.apply(TICKET, at(playbook)));
                versions.add(playbook.latest().orElseThrow());
            }
            playbook = life(playbook, List.of(verb));
        }

        assertThat(copies.stream().map(AppliedPlaybook::version)).isEqualTo(versions);
        List<PlaybookVersion> published = Playbook.versions(playbook.changes());
        assertThat(copies)
                .allSatisfy(copy -> assertThat(copy.version())
                        .isEqualTo(published.get(copy.version().number() - 1)));
    }

    @Provide
    Arbitrary<List<Verb>> verbs() {
        return Arbitraries.frequency(
                        Tuple.of(8, Verb.REVISE),
                        Tuple.of(3, Verb.RENAME),
                        Tuple.of(8, Verb.PUBLISH),
                        Tuple.of(1, Verb.RETIRE))
                .list()
                .ofMaxSize(20);
    }

    private static Playbook drafted() {
        return Playbook.draft(new PlaybookId(new UUID(0, 1)), DraftPlaybook.of("p", "Name", steps(0)), START);
    }

    private static Procedure steps(long number) {
        return Procedure.of(Step.mandatory("step-" + number, "Do it", "agent"));
    }

    private static Playbook life(Playbook from, List<Verb> verbs) {
        Playbook playbook = from;
        for (Verb verb : verbs) {
            if (verb.allowed(playbook)) {
                playbook = verb.act.apply(playbook, at(playbook));
            }
        }
        return playbook;
    }

    private static Instant at(Playbook playbook) {
        return START.plusSeconds(60 * playbook.version());
    }
}
