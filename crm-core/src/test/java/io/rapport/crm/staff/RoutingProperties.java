package io.rapport.crm.staff;

import static io.rapport.crm.staff.Staffing.COMPLAINTS;
import static io.rapport.crm.staff.Staffing.GERMAN;
import static io.rapport.crm.staff.Staffing.NOW;
import static io.rapport.crm.staff.Staffing.RETURNS;
import static io.rapport.crm.staff.Staffing.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.id.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of routing whoever the candidates are and whatever is asked. */
class RoutingProperties {

    private static final List<Relaxation> STEPS = List.of(
            new Relaxation.LowerLevel(Duration.ofMinutes(10), RETURNS),
            new Relaxation.LowerEveryLevel(Duration.ofMinutes(20)),
            new Relaxation.DropSkill(Duration.ofMinutes(30), GERMAN),
            new Relaxation.DropSkill(Duration.ofMinutes(30), RETURNS));

    private record Person(
            int returns, int german, int certifiedDaysAgo, boolean onShift, boolean left, int open, int assigned) {}

    @Property
    void the_order_of_the_candidates_never_matters(
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("requests") RoutingRequest request,
            @ForAll long seed) {
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Routing.choose(request, shuffled, TODAY)).isEqualTo(Routing.choose(request, candidates, TODAY));
    }

    @Property
    void whoever_is_chosen_is_free_independent_on_shift_and_certified(
            @ForAll("candidates") List<Candidate> candidates, @ForAll("requests") RoutingRequest request) {
        Routing.choose(request, candidates, TODAY).employee().ifPresent(id -> {
            Candidate chosen = candidates.stream()
                    .filter(candidate -> candidate.employee().id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(chosen.openTickets()).isLessThan(chosen.employee().capacity());
            assertThat(request.excluded()).doesNotContain(chosen.employee().actor());
            assertThat(chosen.onShift()).isTrue();
            assertThat(chosen.employee().active()).isTrue();
            assertThat(request.certifications())
                    .allSatisfy(certification -> assertThat(chosen.employee()
                                    .check(certification, TODAY)
                                    .standing()
                                    .holds())
                            .isTrue());
        });
    }

    @Property
    void whoever_is_chosen_has_every_skill_that_is_left_after_relaxation(
            @ForAll("candidates") List<Candidate> candidates, @ForAll("requests") RoutingRequest request) {
        RoutingChoice choice = Routing.choose(request, candidates, TODAY);
        Set<SkillLevel> asked = request.skills();
        for (Relaxation step : choice.relaxed()) {
            asked = step.relax(asked);
        }
        Set<SkillLevel> left = asked;

        choice.employee()
                .ifPresent(id -> assertThat(left)
                        .allSatisfy(skill -> assertThat(level(candidates, id, skill.skill()))
                                .isGreaterThanOrEqualTo(skill.level())));
    }

    @Property
    void every_candidate_has_either_a_score_or_a_reason(
            @ForAll("candidates") List<Candidate> candidates, @ForAll("requests") RoutingRequest request) {
        RoutingChoice choice = Routing.choose(request, candidates, TODAY);

        assertThat(choice.verdicts()).hasSameSizeAs(candidates);
        assertThat(choice.verdicts())
                .allSatisfy(verdict -> assertThat(verdict.score().isPresent())
                        .isEqualTo(verdict.exclusions().isEmpty()));
        assertThat(choice.chosen())
                .isEqualTo(choice.verdicts().stream()
                        .filter(CandidateVerdict::qualified)
                        .findFirst());
        assertThat(choice.verdicts().stream()
                        .flatMap(verdict -> verdict.score().stream())
                        .map(RoutingScore::total)
                        .toList())
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    @Property
    void nothing_is_relaxed_where_somebody_qualifies_as_asked(
            @ForAll("candidates") List<Candidate> candidates, @ForAll("requests") RoutingRequest request) {
        RoutingChoice strict = Routing.choose(request.relaxing(), candidates, TODAY);
        RoutingChoice relaxed = Routing.choose(request, candidates, TODAY);

        if (strict.chosen().isPresent()) {
            assertThat(relaxed).isEqualTo(strict);
            assertThat(relaxed.unmet()).isEmpty();
        }
    }

    @Property
    void waiting_longer_never_loses_a_choice_that_was_there(
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("requests") RoutingRequest request,
            @ForAll @IntRange(max = 60) int minutes) {
        RoutingChoice before = Routing.choose(request, candidates, TODAY);
        RoutingChoice after = Routing.choose(request.waited(request.waited().plusMinutes(minutes)), candidates, TODAY);

        if (before.chosen().isPresent()) {
            assertThat(after).isEqualTo(before);
        }
    }

    @Property
    void needs_of_parts_merged_in_any_order_are_those_of_the_whole(
            @ForAll("choices") List<RoutingChoice> choices, @ForAll @IntRange(max = 10) int cut) {
        int middle = Math.min(cut, choices.size());
        TrainingNeedCounts first = counted(choices.subList(0, middle));
        TrainingNeedCounts second = counted(choices.subList(middle, choices.size()));
        TrainingNeeds whole = TrainingNeeds.from(choices.stream());

        assertThat(counted(List.of()).merge(first).merge(second).result()).isEqualTo(whole);
        assertThat(counted(List.of()).merge(second).merge(first).result()).isEqualTo(whole);
        assertThat(TrainingNeeds.from(choices.parallelStream())).isEqualTo(whole);
        assertThat(whole.needs().stream().mapToLong(TrainingNeed::count).sum())
                .isEqualTo(choices.stream()
                        .mapToLong(choice -> choice.unmet().size())
                        .sum());
    }

    @Provide
    Arbitrary<List<Candidate>> candidates() {
        return people().list()
                .ofMaxSize(8)
                .map(people -> IntStream.range(0, people.size())
                        .mapToObj(number -> candidate(number, people.get(number)))
                        .toList());
    }

    @Provide
    Arbitrary<RoutingRequest> requests() {
        Arbitrary<SkillLevel> returns = Arbitraries.integers().between(1, 5).map(RETURNS::at);
        Arbitrary<SkillLevel> german = Arbitraries.integers().between(1, 5).map(GERMAN::at);
        Arbitrary<Set<SkillLevel>> skills = Combinators.combine(returns.optional(), german.optional())
                .as((one, other) -> Set.copyOf(
                        Stream.of(one, other).flatMap(Optional::stream).toList()));
        Arbitrary<Actor> actors = Arbitraries.integers().between(0, 8).map(number -> Actor.of("user-" + number));
        return Combinators.combine(
                        skills,
                        Arbitraries.of(Set.<Certification>of(), Set.of(COMPLAINTS)),
                        actors.optional(),
                        actors.set().ofMaxSize(3),
                        Arbitraries.integers().between(0, 40).map(Duration::ofMinutes))
                .as((asked, certifications, before, excluded, waited) -> new RoutingRequest(
                        asked, certifications, before, excluded, waited, STEPS, RoutingWeights.equal()));
    }

    @Provide
    Arbitrary<List<RoutingChoice>> choices() {
        return Combinators.combine(requests(), candidates())
                .as((request, candidates) -> Routing.choose(request, candidates, TODAY))
                .list()
                .ofMaxSize(10);
    }

    private static Arbitrary<Person> people() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(1, 364, 365, 366, 367),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(0, 1, 9, 10, 11),
                        Arbitraries.integers().between(0, 2))
                .as(Person::new);
    }

    private static Candidate candidate(int number, Person person) {
        Employee employee =
                Staffing.certified(Staffing.employee(number), COMPLAINTS, TODAY.minusDays(person.certifiedDaysAgo()));
        employee = person.returns() == 0 ? employee : employee.rate(RETURNS.at(person.returns()), NOW);
        employee = person.german() == 0 ? employee : employee.rate(GERMAN.at(person.german()), NOW);
        employee = person.left() ? employee.leave(NOW) : employee;
        return new Candidate(
                employee,
                person.onShift(),
                person.open(),
                person.assigned() == 0 ? Optional.empty() : Optional.of(NOW.plusSeconds(person.assigned())));
    }

    private static int level(List<Candidate> candidates, EmployeeId id, Skill skill) {
        return candidates.stream()
                .map(Candidate::employee)
                .filter(employee -> employee.id().equals(id))
                .mapToInt(employee -> employee.level(skill))
                .findFirst()
                .orElseThrow();
    }

    private static TrainingNeedCounts counted(List<RoutingChoice> choices) {
        TrainingNeedCounts counts = new TrainingNeedCounts();
        choices.forEach(counts::add);
        return counts;
    }
}
