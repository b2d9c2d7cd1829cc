package io.rapport.crm.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.fault.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlaybookOutcomesTest {

    private static final PlaybookId BROKEN = new PlaybookId(new UUID(0, 1));
    private static final VersionRef FIRST = new VersionRef(BROKEN, 1);
    private static final VersionRef SECOND = new VersionRef(BROKEN, 2);
    private static final List<PlaybookOutcome> TICKETS = List.of(
            outcome(FIRST, 4, 0, true),
            outcome(FIRST, 10, 2, false),
            outcome(FIRST, 1, 1, false),
            new PlaybookOutcome(FIRST, Duration.ofHours(6), 0, Optional.empty()),
            outcome(SECOND, 2, 0, true),
            outcome(SECOND, 3, 1, true),
            outcome(SECOND, 7, 0, false));

    @Test
    void each_version_has_its_own_figures() {
        Map<VersionRef, VersionOutcome> result =
                TICKETS.stream().collect(PlaybookOutcomes.collector()).result();

        assertThat(result)
                .isEqualTo(Map.of(
                        FIRST,
                        new VersionOutcome(FIRST, 4, Duration.ofMinutes(315), Duration.ofHours(5), 2, 3, 3, 1),
                        SECOND,
                        new VersionOutcome(SECOND, 3, Duration.ofHours(4), Duration.ofHours(3), 1, 1, 3, 2)));
        assertThat(result.get(FIRST).reopenShare()).isEqualTo(0.5);
        assertThat(result.get(FIRST).favourableShare()).hasValue(1 / 3.0);
    }

    @Test
    void two_versions_are_compared_second_less_first() {
        VersionComparison comparison =
                TICKETS.stream().collect(PlaybookOutcomes.collector()).compare(FIRST, SECOND);

        assertThat(comparison.reopenShareChange()).isCloseTo(-1 / 6.0, within(1e-15));
        assertThat(comparison.favourableShareChange().orElseThrow()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(comparison.medianResolutionChange()).isEqualTo(Duration.ofHours(-2));
    }

    @Test
    void satisfaction_is_not_compared_where_nobody_answered() {
        PlaybookOutcomes outcomes = new PlaybookOutcomes();
        outcomes.add(new PlaybookOutcome(FIRST, Duration.ZERO, 0, Optional.empty()));
        outcomes.add(outcome(SECOND, 1, 0, true));

        assertThat(outcomes.compare(FIRST, SECOND).favourableShareChange()).isEqualTo(OptionalDouble.empty());
        assertThat(outcomes.compare(SECOND, FIRST).favourableShareChange()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void a_version_without_tickets_is_not_compared() {
        PlaybookOutcomes outcomes = new PlaybookOutcomes();
        outcomes.add(outcome(FIRST, 1, 0, true));

        assertThat(outcomes.result()).containsOnlyKeys(FIRST);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> outcomes.compare(FIRST, SECOND))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("second"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> outcomes.compare(SECOND, FIRST))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("first"));
    }

    @Test
    void an_impossible_outcome_is_refused() {
        assertRefused("resolution", () -> outcome(FIRST, -1, 0, true));
        assertRefused("resolution", () -> outcome(FIRST, 36_500 * 24 + 1, 0, true));
        assertRefused("reopens", () -> outcome(FIRST, 1, -1, true));
        assertRefused("number", () -> new VersionRef(BROKEN, 0));
    }

    @Test
    void fractions_of_a_second_are_cut_off() {
        PlaybookOutcomes outcomes = new PlaybookOutcomes();
        outcomes.add(new PlaybookOutcome(FIRST, Duration.ofMillis(1_999), 0, Optional.empty()));

        assertThat(outcomes.result().get(FIRST).medianResolution()).isEqualTo(Duration.ofSeconds(1));
    }

    @Property
    void parts_merged_in_any_way_give_the_figures_of_the_whole(
            @ForAll("outcomes") List<PlaybookOutcome> left, @ForAll("outcomes") List<PlaybookOutcome> right) {
        PlaybookOutcomes whole = Stream.concat(left.stream(), right.stream()).collect(PlaybookOutcomes.collector());

        assertThat(counted(left).merge(counted(right)).result()).isEqualTo(whole.result());
        assertThat(counted(right).merge(counted(left)).result()).isEqualTo(whole.result());
    }

    @Property
    void merging_leaves_the_other_as_it_was(
            @ForAll("outcomes") List<PlaybookOutcome> left, @ForAll("outcomes") List<PlaybookOutcome> right) {
        PlaybookOutcomes other = counted(right);
        PlaybookOutcomes merged = counted(left).merge(other);
        Map<VersionRef, VersionOutcome> before = other.result();
        left.forEach(merged::add);

        assertThat(other.result()).isEqualTo(before).isEqualTo(counted(right).result());
    }

    @Property
    void the_mean_and_the_median_are_those_of_the_sorted_times(@ForAll("outcomes") List<PlaybookOutcome> outcomes) {
        counted(outcomes).result().forEach((version, figures) -> {
            List<Duration> times = outcomes.stream()
                    .filter(outcome -> outcome.version().equals(version))
                    .map(PlaybookOutcome::resolution)
                    .sorted()
                    .toList();
            int n = times.size();
            assertThat(figures.tickets()).isEqualTo(n);
            assertThat(figures.medianResolution())
                    .isEqualTo(times.get((n - 1) / 2).plus(times.get(n / 2)).dividedBy(2));
            assertThat(figures.meanResolution())
                    .isEqualTo(
                            times.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(n));
        });
    }

    @Property(tries = 50)
    void counts_that_were_sent_to_another_machine_go_on_there(@ForAll("outcomes") List<PlaybookOutcome> outcomes)
            throws IOException, ClassNotFoundException {
        PlaybookOutcomes received = sent(counted(outcomes));
        received.add(outcome(FIRST, 1, 0, true));

        PlaybookOutcomes expected = counted(outcomes);
        expected.add(outcome(FIRST, 1, 0, true));
        assertThat(received.result()).isEqualTo(expected.result());
    }

    @Provide
    Arbitrary<List<PlaybookOutcome>> outcomes() {
        return Combinators.combine(
                        Arbitraries.of(FIRST, SECOND),
                        Arbitraries.longs().between(0, 36_500L * 86_400).map(Duration::ofSeconds),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false).injectNull(0.4).map(Optional::ofNullable))
                .as(PlaybookOutcome::new)
                .list()
                .ofMaxSize(60);
    }

    private static PlaybookOutcomes counted(List<PlaybookOutcome> outcomes) {
        return outcomes.stream().collect(PlaybookOutcomes.collector());
    }

    private static PlaybookOutcome outcome(VersionRef version, long hours, int reopens, boolean favourable) {
        return new PlaybookOutcome(version, Duration.ofHours(hours), reopens, Optional.of(favourable));
    }

    private static PlaybookOutcomes sent(PlaybookOutcomes outcomes) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(outcomes);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PlaybookOutcomes) in.readObject();
        }
    }

    private static void assertRefused(String field, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(act::run)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
