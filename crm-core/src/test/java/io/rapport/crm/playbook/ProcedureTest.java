package io.rapport.crm.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureTest {

    private static final Step PHOTO = Step.mandatory("photo", "Ask for a picture", "agent");
    private static final Step REPLACE = Step.mandatory("replace", "Send a new one", "warehouse");

    @Test
    void a_procedure_has_steps() {
        assertRefused("steps", () -> new Procedure(List.of(), Optional.empty()));
        List<Step> many = IntStream.range(0, 51)
                .mapToObj(i -> Step.optional("step-" + i, "Step", "agent"))
                .toList();
        assertRefused("steps", () -> new Procedure(many, Optional.empty()));
        assertThat(new Procedure(many.subList(0, 50), Optional.empty()).steps()).hasSize(50);
    }

    @Test
    void each_step_has_a_key_of_its_own() {
        assertRefused(
                "steps[2].key",
                () -> Procedure.of(PHOTO, REPLACE, Step.optional("photo", "Ask for another picture", "agent")));
    }

    @Test
    void a_guard_names_steps_that_come_before() {
        Step call = Step.mandatory("call", "Call back", "agent");

        assertRefused("steps[1].guard.onceDone", () -> Procedure.of(PHOTO, call.when(Guard.once("refund"))));
        assertRefused("steps[0].guard.onceDone", () -> Procedure.of(call.when(Guard.once("photo")), PHOTO));
        assertRefused("steps[1].guard.onceDone", () -> Procedure.of(PHOTO, call.when(Guard.once("call"))));
        assertRefused(
                "steps[1].guard.onceDone",
                () -> Procedure.of(PHOTO, call.when(Guard.once("photo").andOnce("refund"))));
        assertThat(Procedure.of(PHOTO, REPLACE, call.when(Guard.once("photo").andOnce("replace")))
                        .steps())
                .hasSize(3);
    }

    @Test
    void a_guard_asks_for_something() {
        assertRefused("guard", () -> Guard.when(TicketCondition.any()));
        assertRefused("onceDone[]", () -> Guard.once(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P366DT1S"})
    void a_deadline_lies_ahead_and_within_a_year(String deadline) {
        assertRefused("deadline", () -> PHOTO.within(Duration.parse(deadline)));
    }

    @Test
    void the_longest_deadline_is_a_leap_year() {
        assertThat(PHOTO.within(Duration.ofDays(366)).deadline()).contains(Duration.ofDays(366));
    }

    @Test
    void a_condition_names_the_field_that_is_wrong() {
        TicketCondition any = TicketCondition.any();

        assertRefused("categories[]", () -> any.category(" "));
        assertRefused("keywords[]", () -> any.keyword("?!"));
        assertRefused("tags[]", () -> any.tag("x".repeat(65)));
        assertRefused("priorityAtLeast", () -> any.priorityAtLeast(-1));
        assertRefused("priorityAtLeast", () -> any.priorityAtLeast(101));
        Set<String> many = IntStream.range(0, 21).mapToObj(i -> "KIND" + i).collect(Collectors.toSet());
        assertRefused("kinds", () -> new TicketCondition(Set.of(), Set.of(), Set.of(), false, many, Optional.empty()));
    }

    private static void assertRefused(String field, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(act::run)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
