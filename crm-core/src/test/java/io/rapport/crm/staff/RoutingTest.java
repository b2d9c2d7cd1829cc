package io.rapport.crm.staff;

import static io.rapport.crm.staff.Staffing.COMPLAINTS;
import static io.rapport.crm.staff.Staffing.GERMAN;
import static io.rapport.crm.staff.Staffing.NOW;
import static io.rapport.crm.staff.Staffing.RETURNS;
import static io.rapport.crm.staff.Staffing.TODAY;
import static io.rapport.crm.staff.Staffing.certified;
import static io.rapport.crm.staff.Staffing.employee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final RoutingRequest THREE_IN_RETURNS = RoutingRequest.requiring(RETURNS.at(3));

    @Test
    void each_reason_not_to_qualify_is_told() {
        Employee unskilled = employee(1, RETURNS.at(2));
        Employee offShift = employee(2, RETURNS.at(3));
        Employee full = employee(3, RETURNS.at(3));
        Employee accused = employee(4, RETURNS.at(3));
        Employee gone = employee(5, RETURNS.at(3)).leave(NOW);
        Employee stranger = employee(6);

        RoutingChoice choice = Routing.choose(
                THREE_IN_RETURNS.excluding(accused.actor()),
                List.of(
                        Candidate.idle(unskilled),
                        new Candidate(offShift, false, 0, Optional.empty()),
                        new Candidate(full, true, 10, Optional.empty()),
                        Candidate.idle(accused),
                        Candidate.idle(gone),
                        Candidate.idle(stranger)),
                TODAY);

        assertThat(choice.chosen()).isEmpty();
        assertThat(why(choice, unskilled)).isEqualTo("returns is at level 2, level 3 is asked for");
        assertThat(why(choice, offShift)).isEqualTo("is off shift");
        assertThat(why(choice, full)).isEqualTo("has 10 of at most 10 open tickets");
        assertThat(why(choice, accused)).isEqualTo("must not handle this one");
        assertThat(why(choice, gone)).isEqualTo("has left");
        assertThat(why(choice, stranger)).isEqualTo("returns is missing, level 3 is asked for");
        assertThat(choice.verdicts())
                .hasSize(6)
                .allSatisfy(verdict -> assertThat(verdict.score()).isEmpty());
    }

    @Test
    void all_reasons_of_one_person_are_told_at_once() {
        Candidate hopeless = new Candidate(employee(1), false, 12, Optional.empty());

        RoutingChoice choice = Routing.choose(THREE_IN_RETURNS.certified(Set.of(COMPLAINTS)), List.of(hopeless), TODAY);

        assertThat(why(choice, hopeless.employee()))
                .isEqualTo("is off shift; has 12 of at most 10 open tickets; complaints is missing; "
                        + "returns is missing, level 3 is asked for");
    }

    @Test
    void a_certification_counts_through_its_last_valid_day() {
        Employee bea = certified(employee(1), COMPLAINTS, TODAY.minusYears(1).plusDays(1));
        RoutingRequest complaint = RoutingRequest.requiring().certified(Set.of(COMPLAINTS));

        assertThat(Routing.choose(complaint, List.of(Candidate.idle(bea)), TODAY)
                        .employee())
                .contains(bea.id());
        RoutingChoice tomorrow = Routing.choose(complaint, List.of(Candidate.idle(bea)), TODAY.plusDays(1));
        assertThat(tomorrow.employee()).isEmpty();
        assertThat(why(tomorrow, bea)).isEqualTo("complaints expired: it was valid until 2026-03-02");
    }

    @Test
    void the_agent_complained_about_never_handles_the_complaint_even_if_they_had_it_before() {
        Employee accused = employee(1, RETURNS.at(3));
        Employee other = employee(2, RETURNS.at(5));

        RoutingChoice choice = Routing.choose(
                THREE_IN_RETURNS.handledBefore(accused.actor()).excluding(accused.actor()),
                List.of(Candidate.idle(accused), new Candidate(other, true, 9, Optional.of(NOW))),
                TODAY);

        assertThat(choice.employee()).contains(other.id());
    }

    @Test
    void the_nearest_level_is_preferred_so_that_experts_stay_free() {
        Employee expert = employee(1, RETURNS.at(5));
        Employee fitting = employee(2, RETURNS.at(3));

        RoutingChoice choice = chosen(THREE_IN_RETURNS, Candidate.idle(expert), Candidate.idle(fitting));

        assertThat(choice.employee()).contains(fitting.id());
        assertThat(score(choice, expert)).isEqualTo(new RoutingScore(600, 1000, 0, 1600));
        assertThat(score(choice, fitting)).isEqualTo(new RoutingScore(1000, 1000, 0, 2000));
    }

    @Test
    void who_is_freer_is_preferred() {
        Employee busy = employee(1, RETURNS.at(3));
        Employee freer = employee(2, RETURNS.at(3));

        RoutingChoice choice = chosen(
                THREE_IN_RETURNS,
                new Candidate(busy, true, 7, Optional.empty()),
                new Candidate(freer, true, 2, Optional.of(NOW)));

        assertThat(choice.employee()).contains(freer.id());
        assertThat(choice.chosen().orElseThrow().explanation())
                .isEqualTo("scores 1800: skill fit 1000, free capacity 800, same agent 0");
        assertThat(score(choice, busy).freeCapacity()).isEqualTo(300);
    }

    @Test
    void a_reopened_ticket_goes_back_to_who_had_it() {
        Employee had = employee(2, RETURNS.at(4));
        Employee freer = employee(1, RETURNS.at(3));
        RoutingRequest reopened = THREE_IN_RETURNS.handledBefore(had.actor());
        Candidate busy = new Candidate(had, true, 6, Optional.of(NOW));

        assertThat(chosen(reopened, busy, Candidate.idle(freer)).employee()).contains(had.id());
        assertThat(chosen(reopened.weighing(new RoutingWeights(1, 1, 0)), busy, Candidate.idle(freer))
                        .employee())
                .contains(freer.id());
    }

    @Test
    void of_equals_the_least_recently_assigned_is_chosen_and_who_never_was_comes_first() {
        Candidate recent = new Candidate(employee(1, RETURNS.at(3)), true, 1, Optional.of(NOW));
        Candidate earlier = new Candidate(employee(2, RETURNS.at(3)), true, 1, Optional.of(NOW.minusSeconds(1)));
        Candidate never = new Candidate(employee(3, RETURNS.at(3)), true, 1, Optional.empty());
        Candidate atTheBeginning = new Candidate(employee(4, RETURNS.at(3)), true, 1, Optional.of(Instant.EPOCH));

        assertThat(chosen(THREE_IN_RETURNS, recent, earlier, never, atTheBeginning)
                        .verdicts())
                .extracting(CandidateVerdict::employee)
                .containsExactly(
                        never.employee().id(),
                        atTheBeginning.employee().id(),
                        earlier.employee().id(),
                        recent.employee().id());
    }

    @Test
    void the_id_decides_last() {
        Candidate two = Candidate.idle(employee(2, RETURNS.at(3)));
        Candidate one = Candidate.idle(employee(1, RETURNS.at(3)));

        assertThat(chosen(THREE_IN_RETURNS, two, one).employee())
                .contains(one.employee().id());
    }

    @Test
    void less_is_asked_for_only_when_nobody_qualifies_and_only_after_the_wait() {
        Candidate learner = Candidate.idle(employee(1, RETURNS.at(2)));
        Relaxation lower = new Relaxation.LowerLevel(Duration.ofMinutes(30), RETURNS);
        Relaxation without = new Relaxation.DropSkill(Duration.ofHours(2), RETURNS);
        RoutingRequest request = THREE_IN_RETURNS.relaxing(lower, without);

        RoutingChoice early = chosen(request.waited(Duration.ofMinutes(29)), learner);
        RoutingChoice later = chosen(request.waited(Duration.ofHours(3)), learner);
        RoutingChoice nobody = chosen(request.waited(Duration.ofMinutes(30)), Candidate.idle(employee(2)));

        assertThat(early.employee()).isEmpty();
        assertThat(early.relaxesAfter()).contains(Duration.ofMinutes(30));
        assertThat(later.employee()).contains(learner.employee().id());
        assertThat(later.relaxed()).containsExactly(lower);
        assertThat(later.relaxesAfter()).isEmpty();
        assertThat(score(later, learner.employee()).skillFit()).isEqualTo(800);
        assertThat(nobody.relaxed()).containsExactly(lower);
        assertThat(nobody.relaxesAfter()).contains(Duration.ofHours(2));
        assertThat(nobody.verdicts().get(0).explanation()).isEqualTo("returns is missing, level 2 is asked for");
        assertThat(lower.explanation()).isEqualTo("after PT30M: returns one level lower");
    }

    @Test
    void every_level_can_be_lowered_but_a_skill_stays_asked_for_until_it_is_dropped() {
        Set<SkillLevel> asked = Set.of(RETURNS.at(3), GERMAN.at(1));

        assertThat(new Relaxation.LowerEveryLevel(Duration.ZERO).relax(asked))
                .containsExactlyInAnyOrder(RETURNS.at(2), GERMAN.at(1));
        assertThat(new Relaxation.LowerLevel(Duration.ZERO, RETURNS).relax(asked))
                .containsExactlyInAnyOrder(RETURNS.at(2), GERMAN.at(1));
        assertThat(new Relaxation.DropSkill(Duration.ZERO, GERMAN).relax(asked)).containsExactly(RETURNS.at(3));
    }

    @Test
    void a_need_for_training_is_what_the_nearest_available_person_lacked() {
        RoutingRequest request = RoutingRequest.requiring(RETURNS.at(3), GERMAN.at(2));
        Candidate near = Candidate.idle(employee(1, RETURNS.at(3), GERMAN.at(1)));
        Candidate far = Candidate.idle(employee(2, RETURNS.at(1)));
        Candidate skilledButAway = new Candidate(employee(3, RETURNS.at(5), GERMAN.at(5)), false, 0, Optional.empty());

        assertThat(chosen(request, far, near, skilledButAway).unmet()).containsExactly(GERMAN.at(2));
        assertThat(chosen(request, skilledButAway).unmet()).isEmpty();
        assertThat(chosen(request).unmet()).containsExactly(GERMAN.at(2), RETURNS.at(3));
        assertThat(chosen(request.relaxing(new Relaxation.DropSkill(Duration.ZERO, GERMAN)), near)
                        .unmet())
                .containsExactly(GERMAN.at(2));
    }

    @Test
    void of_two_who_are_equally_near_the_lower_id_says_what_was_lacking() {
        RoutingRequest request = RoutingRequest.requiring(RETURNS.at(3), GERMAN.at(3));
        Candidate withoutGerman = Candidate.idle(employee(1, RETURNS.at(3)));
        Candidate withoutReturns = Candidate.idle(employee(2, GERMAN.at(3)));

        assertThat(chosen(request, withoutGerman, withoutReturns).unmet()).containsExactly(GERMAN.at(3));
        assertThat(chosen(request, withoutReturns, withoutGerman).unmet()).containsExactly(GERMAN.at(3));
    }

    @Test
    void needs_are_counted_the_most_frequent_first() {
        RoutingChoice both = chosen(RoutingRequest.requiring(RETURNS.at(3), GERMAN.at(2)));
        RoutingChoice german = chosen(RoutingRequest.requiring(GERMAN.at(2)));
        RoutingChoice none = chosen(RoutingRequest.requiring(), Candidate.idle(employee(1)));

        assertThat(TrainingNeeds.from(Stream.of(both, none, german, german)).needs())
                .containsExactly(new TrainingNeed(GERMAN, 2, 3), new TrainingNeed(RETURNS, 3, 1));
        assertThat(TrainingNeeds.from(Stream.of(none)).needs()).isEmpty();
    }

    @Test
    void counts_travel_to_another_machine_and_are_merged_there() throws Exception {
        TrainingNeedCounts here = counted(chosen(RoutingRequest.requiring(GERMAN.at(2))));
        TrainingNeedCounts there = counted(chosen(RoutingRequest.requiring(GERMAN.at(2))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(there);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            here.merge((TrainingNeedCounts) in.readObject());
        }

        assertThat(here.result().needs()).containsExactly(new TrainingNeed(GERMAN, 2, 2));
    }

    @Test
    void input_that_makes_no_sense_is_refused_with_the_field() {
        Candidate one = Candidate.idle(employee(1));
        Relaxation late = new Relaxation.LowerEveryLevel(Duration.ofHours(1));
        Relaxation early = new Relaxation.LowerEveryLevel(Duration.ofMinutes(1));

        assertRefused("candidates", () -> chosen(THREE_IN_RETURNS, one, one));
        assertRefused("relaxations", () -> THREE_IN_RETURNS.relaxing(late, early));
        assertRefused("skills", () -> RoutingRequest.requiring(RETURNS.at(1), RETURNS.at(2)));
        assertRefused("waited", () -> THREE_IN_RETURNS.waited(Duration.ofSeconds(-1)));
        assertRefused("after", () -> new Relaxation.LowerEveryLevel(Duration.ofSeconds(-1)));
        assertRefused("openTickets", () -> new Candidate(one.employee(), true, -1, Optional.empty()));
        assertRefused("sameAgent", () -> new RoutingWeights(1, 1, -1));
    }

    private static void assertRefused(String field, Runnable work) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(work::run)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static TrainingNeedCounts counted(RoutingChoice choice) {
        TrainingNeedCounts counts = new TrainingNeedCounts();
        counts.add(choice);
        return counts;
    }

    private static RoutingChoice chosen(RoutingRequest request, Candidate... candidates) {
        return Routing.choose(request, List.of(candidates), TODAY);
    }

    private static String why(RoutingChoice choice, Employee employee) {
        return choice.verdict(employee.id()).orElseThrow().explanation();
    }

    private static RoutingScore score(RoutingChoice choice, Employee employee) {
        return choice.verdict(employee.id()).orElseThrow().score().orElseThrow();
    }
}
