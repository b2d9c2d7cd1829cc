package io.rapport.crm.ticket.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.CalendarText;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.ServicePolicyBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the levels of an escalation are reached, and which make no sense. */
class EscalationTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final BusinessCalendar OFFICE = CalendarText.read("Etc/UTC ; weekly mon..fri=09:00-17:00");

    @Test
    void percentages_out_of_order_are_refused_by_metric_and_level() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Escalation.NONE
                        .with(Metric.RESOLUTION, EscalationLevel.atPercent("due", 100))
                        .with(Metric.RESOLUTION, EscalationLevel.atPercent("warning", 75)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("escalation.RESOLUTION.warning"));
    }

    @Test
    void two_levels_at_one_point_are_out_of_order_too() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Escalation.NONE
                        .with(Metric.RESOLUTION, EscalationLevel.beforeDue("soon", Duration.ofHours(1)))
                        .with(Metric.RESOLUTION, EscalationLevel.beforeDue("sooner", Duration.ofHours(1))));
    }

    @Test
    void percentages_and_offsets_are_compared_by_what_is_promised() {
        ServicePolicyBuilder policy = ServicePolicy.builder("all", CalendarId.of("office"))
                .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(4)))
                .escalate(Metric.RESOLUTION, EscalationLevel.atPercent("warning", 75));

        assertThatCode(() -> policy.escalate(
                                Metric.RESOLUTION, EscalationLevel.beforeDue("soon", Duration.ofMinutes(59)))
                        .build())
                .doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> policy.withoutEscalation()
                        .escalate(Metric.RESOLUTION, EscalationLevel.atPercent("warning", 75))
                        .escalate(Metric.RESOLUTION, EscalationLevel.beforeDue("soon", Duration.ofMinutes(60)))
                        .build())
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("escalation.RESOLUTION.soon"));
    }

    @Test
    void two_levels_of_a_metric_have_two_names() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Escalation.NONE
                        .with(Metric.RESOLUTION, EscalationLevel.atPercent("warning", 50))
                        .with(Metric.RESOLUTION, EscalationLevel.atPercent("warning", 75)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("escalation.RESOLUTION"));
    }

    @Test
    void what_is_not_promised_is_not_escalated() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ServicePolicy.builder("all", CalendarId.of("office"))
                        .escalate(Metric.RESOLUTION, EscalationLevel.atPercent("due", 100))
                        .build())
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("escalation.RESOLUTION"));
    }

    @Test
    void a_percentage_is_from_1_to_1000() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> EscalationLevel.atPercent("never", 0))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("percent"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> EscalationLevel.atPercent("late", 1001));
    }

    @Test
    void levels_are_reached_in_business_time_that_counts_for_the_clock() {
        Timeline parkedFromTenToTwo = new Timeline(List.of(
                Moment.of(Moment.Kind.CREATED, MONDAY_NINE),
                Moment.parked(Wait.CUSTOMER, at("10:00")),
                Moment.of(Moment.Kind.RESUMED, at("14:00"))));
        Escalation escalation = Escalation.NONE
                .with(Metric.RESOLUTION, EscalationLevel.atPercent("first", 10))
                .with(Metric.RESOLUTION, EscalationLevel.atPercent("half", 50))
                .with(Metric.RESOLUTION, EscalationLevel.afterDue("late", Duration.ofHours(2)));

        List<EscalationPoint> points = points(parkedFromTenToTwo, escalation, at("15:00"));

        assertThat(points)
                .extracting(EscalationPoint::reachedAt)
                .containsExactly(at("09:24"), at("15:00"), Instant.parse("2026-03-03T11:00:00Z"));
    }

    @Test
    void a_level_before_the_start_is_reached_at_the_start() {
        Timeline opened = new Timeline(List.of(Moment.of(Moment.Kind.CREATED, MONDAY_NINE)));
        Escalation escalation =
                Escalation.NONE.with(Metric.RESOLUTION, EscalationLevel.beforeDue("at once", Duration.ofHours(9)));

        assertThat(points(opened, escalation, at("11:00")))
                .extracting(EscalationPoint::reachedAt)
                .containsExactly(MONDAY_NINE);
    }

    @Test
    void days_are_promised_as_the_business_time_that_they_take() {
        Timeline opened = new Timeline(List.of(Moment.of(Moment.Kind.CREATED, MONDAY_NINE)));
        ServiceLevel twoDays =
                ServiceLevel.version(ServiceLevelId.of("days"), 1).promise(Metric.RESOLUTION, Target.ofBusinessDays(2));
        ServiceClock clock = ServiceClocks.of(
                        opened, List.of(Agreement.atCreation(MONDAY_NINE, twoDays, OFFICE)), at("10:00"))
                .resolution();
        Escalation escalation = Escalation.NONE.with(Metric.RESOLUTION, EscalationLevel.atPercent("half", 50));

        assertThat(EscalationPoint.of(clock, escalation, at("10:00")))
                .extracting(EscalationPoint::reachedAt, EscalationPoint::firesAt)
                .containsExactly(tuple(at("17:00"), Instant.parse("2026-03-03T09:00:00Z")));
    }

    @Test
    void what_stands_still_or_is_done_reaches_no_level() {
        Timeline parked = new Timeline(
                List.of(Moment.of(Moment.Kind.CREATED, MONDAY_NINE), Moment.parked(Wait.CUSTOMER, at("10:00"))));
        Timeline resolved = new Timeline(
                List.of(Moment.of(Moment.Kind.CREATED, MONDAY_NINE), Moment.of(Moment.Kind.RESOLVED, at("10:00"))));
        Escalation escalation = Escalation.NONE.with(Metric.RESOLUTION, EscalationLevel.atPercent("first", 10));

        assertThat(points(parked, escalation, at("11:00"))).isEmpty();
        assertThat(points(resolved, escalation, at("11:00"))).isEmpty();
    }

    private static List<EscalationPoint> points(Timeline timeline, Escalation escalation, Instant asOf) {
        ServiceLevel fourHours = ServiceLevel.version(ServiceLevelId.of("gold"), 1)
                .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(4)));
        ServiceClock clock = ServiceClocks.of(
                        timeline, List.of(Agreement.atCreation(MONDAY_NINE, fourHours, OFFICE)), asOf)
                .resolution();
        return EscalationPoint.of(clock, escalation, asOf);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
