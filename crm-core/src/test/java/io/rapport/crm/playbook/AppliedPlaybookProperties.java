package io.rapport.crm.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random work on applied copies of random playbooks. */
class AppliedPlaybookProperties {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final Actor BEA = Actor.of("bea");
    private static final TicketFacts TICKET = TicketFacts.of("COMPLAINT", 2);

    /** What is asked of a step, and of which. */
    private record Move(boolean skip, int step) {}

    /** A step before its key is known; {@code after} picks an earlier step, if it is not negative. */
    private record Sketch(boolean mandatory, Optional<Integer> priorityAtLeast, int after) {}

    @Property
    void work_in_any_order_never_changes_the_frozen_definition(
            @ForAll("playbooks") Playbook playbook, @ForAll("moves") List<Move> moves) {
        AppliedPlaybook applied = playbook.apply(TICKET, START);
        AppliedPlaybook worked = work(applied, moves);

        assertThat(worked.version()).isEqualTo(playbook.latest().orElseThrow());
        assertThat(worked.ruledOut()).isEqualTo(applied.ruledOut());
        assertThat(worked.appliedAt()).isEqualTo(START);
    }

    @Property
    void open_mandatory_steps_are_the_mandatory_ones_that_apply_less_those_that_are_done(
            @ForAll("playbooks") Playbook playbook, @ForAll("moves") List<Move> moves) {
        AppliedPlaybook applied = playbook.apply(TICKET, START);
        Set<String> done = new HashSet<>();
        for (Move move : moves) {
            String key = key(applied, move);
            if (applied.state(key) == StepState.OPEN && !move.skip()) {
                done.add(key);
            }
            applied = work(applied, List.of(move));
        }

        List<Step> expected = applied.version().steps().stream()
                .filter(Step::mandatory)
                .filter(step -> applies(step, done))
                .filter(step -> !done.contains(step.key()))
                .toList();
        assertThat(applied.openMandatorySteps()).isEqualTo(expected);
        assertThat(applied.complete()).isEqualTo(applied.openSteps().isEmpty());
    }

    @Property
    void a_step_is_settled_once_and_only_while_it_is_open(
            @ForAll("playbooks") Playbook playbook, @ForAll("moves") List<Move> moves) {
        AppliedPlaybook applied = playbook.apply(TICKET, START);
        for (Move move : moves) {
            AppliedPlaybook before = applied;
            String key = key(before, move);
            StepState state = before.state(key);
            boolean mandatory =
                    before.version().steps().get(move.step() % steps(before)).mandatory();
            if (state == StepState.OPEN && !(move.skip() && mandatory)) {
                applied = move(before, move);
                assertThat(applied.state(key)).isEqualTo(move.skip() ? StepState.SKIPPED : StepState.DONE);
                assertThat(applied.settled()).containsAllEntriesOf(before.settled());
            } else {
                assertThatExceptionOfType(StepRefusedException.class)
                        .isThrownBy(() -> move(before, move))
                        .satisfies(refused -> {
                            assertThat(refused.playbook()).isEqualTo(before.ref());
                            assertThat(refused.step()).isEqualTo(key);
                            assertThat(refused.state()).contains(state);
                        });
            }
        }
    }

    @Property
    void every_copy_can_be_worked_off(@ForAll("playbooks") Playbook playbook) {
        AppliedPlaybook applied = playbook.apply(TICKET, START);
        while (!applied.complete()) {
            applied = applied.complete(applied.openSteps().get(0).key(), BEA, START);
        }

        assertThat(applied.openMandatorySteps()).isEmpty();
    }

    @Provide
    Arbitrary<Playbook> playbooks() {
        Arbitrary<Sketch> sketch = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(1, 3).injectNull(0.5),
                        Arbitraries.integers().between(-8, 7))
                .as((mandatory, priority, after) -> new Sketch(mandatory, Optional.ofNullable(priority), after));
        return sketch.list().ofMinSize(1).ofMaxSize(8).map(AppliedPlaybookProperties::playbook);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(0, 7))
                .as(Move::new)
                .list()
                .ofMaxSize(20);
    }

    private static Playbook playbook(List<Sketch> sketches) {
        List<Step> steps = new ArrayList<>();
        for (Sketch sketch : sketches) {
            String key = "step-" + steps.size();
            Step step = sketch.mandatory() ? Step.mandatory(key, "Do", "agent") : Step.optional(key, "Do", "agent");
            TicketCondition condition = sketch.priorityAtLeast()
                    .map(TicketCondition.any()::priorityAtLeast)
                    .orElseGet(TicketCondition::any);
            Set<String> after = sketch.after() >= 0 && !steps.isEmpty()
                    ? Set.of(steps.get(sketch.after() % steps.size()).key())
                    : Set.of();
            boolean guarded = sketch.priorityAtLeast().isPresent() || !after.isEmpty();
            steps.add(guarded ? step.when(new Guard(condition, after)) : step);
        }
        Procedure procedure = new Procedure(steps, Optional.empty());
        return Playbook.draft(new PlaybookId(new UUID(0, 1)), DraftPlaybook.of("p", "P", procedure), START)
                .publish(BEA, START);
    }

    private static AppliedPlaybook work(AppliedPlaybook from, List<Move> moves) {
        AppliedPlaybook applied = from;
        for (Move move : moves) {
            boolean mandatory =
                    applied.version().steps().get(move.step() % steps(applied)).mandatory();
            if (applied.state(key(applied, move)) == StepState.OPEN && !(move.skip() && mandatory)) {
                applied = move(applied, move);
            }
        }
        return applied;
    }

    private static AppliedPlaybook move(AppliedPlaybook applied, Move move) {
        String key = key(applied, move);
        return move.skip() ? applied.skip(key, BEA, "No need", START) : applied.complete(key, BEA, START);
    }

    /** The rule again, in the words of the specification. */
    private static boolean applies(Step step, Set<String> done) {
        if (step.guard().isEmpty()) {
            return true;
        }
        Guard guard = step.guard().get();
        boolean urgentEnough = guard.condition().priorityAtLeast().orElse(0) <= TICKET.priority();
        return urgentEnough && done.containsAll(guard.onceDone());
    }

    private static String key(AppliedPlaybook applied, Move move) {
        return applied.version().steps().get(move.step() % steps(applied)).key();
    }

    private static int steps(AppliedPlaybook applied) {
        return applied.version().steps().size();
    }
}
