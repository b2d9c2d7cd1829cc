package io.rapport.crm.ticket.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarText;
import io.rapport.crm.fault.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AttainmentTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final BusinessCalendar OFFICE = CalendarText.read("Etc/UTC ; weekly mon..fri=09:00-17:00");
    private static final ServiceLevel LEVEL = ServiceLevel.version(ServiceLevelId.of("standard"), 1)
            .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofMinutes(60)));

    @Test
    void the_share_is_met_over_decided_and_leaves_out_what_is_open_void_or_not_agreed() {
        AttainmentCounts counts = new AttainmentCounts(Metric.FIRST_RESPONSE);
        LongStream.of(10, 20, 60, 61).forEach(minutes -> counts.add(answeredAfter(minutes)));
        counts.add(unanswered(30));
        counts.add(unanswered(90));
        counts.add(cancelledAfter(30));
        counts.add(ServiceClock.idle(Metric.FIRST_RESPONSE, Verdict.NOT_AGREED, Optional.empty()));

        Attainment attainment = counts.result();

        assertThat(attainment.met()).isEqualTo(3);
        assertThat(attainment.breached()).isEqualTo(2);
        assertThat(attainment.open()).isEqualTo(1);
        assertThat(attainment.share()).hasValue(0.6);
        assertThat(attainment.median()).contains(Duration.ofMinutes(20));
        assertThat(attainment.percentile90()).contains(Duration.ofMinutes(61));
        assertThat(attainment.percentile(75)).contains(Duration.ofMinutes(60));
    }

    @Test
    void nothing_decided_has_no_share_and_nothing_done_no_median() {
        AttainmentCounts counts = new AttainmentCounts(Metric.FIRST_RESPONSE);
        counts.add(unanswered(30));

        assertThat(counts.result().share()).isEmpty();
        assertThat(counts.result().median()).isEmpty();
        assertThat(counts.result().percentile90()).isEmpty();
    }

    @Test
    void clocks_of_another_metric_are_refused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new AttainmentCounts(Metric.RESOLUTION).add(answeredAfter(5)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("clock"));
    }

    @Property
    void parts_merged_in_any_order_give_the_attainment_of_the_whole(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 400) Integer> minutes, @ForAll int seed) {
        AttainmentCounts whole = new AttainmentCounts(Metric.FIRST_RESPONSE);
        List<AttainmentCounts> parts = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            parts.add(new AttainmentCounts(Metric.FIRST_RESPONSE));
        }
        for (int i = 0; i < minutes.size(); i++) {
            ServiceClock clock = answeredAfter(minutes.get(i));
            whole.add(clock);
            parts.get(Math.floorMod(seed + i * 7, 4)).add(clock);
        }
        AttainmentCounts merged =
                parts.get(3).merge(parts.get(1)).merge(parts.get(0).merge(parts.get(2)));

        assertThat(merged.result()).isEqualTo(whole.result());
    }

    private static ServiceClock answeredAfter(long minutes) {
        Instant answered = MONDAY_NINE.plus(Duration.ofMinutes(minutes));
        return first(answered, Moment.of(Moment.Kind.PUBLIC_RESPONSE, answered));
    }

    private static ServiceClock cancelledAfter(long minutes) {
        Instant cancelled = MONDAY_NINE.plus(Duration.ofMinutes(minutes));
        return first(cancelled, Moment.of(Moment.Kind.ENDED, cancelled));
    }

    private static ServiceClock unanswered(long minutes) {
        return first(MONDAY_NINE.plus(Duration.ofMinutes(minutes)));
    }

    private static ServiceClock first(Instant asOf, Moment... later) {
        List<Moment> moments = new ArrayList<>(List.of(Moment.of(Moment.Kind.CREATED, MONDAY_NINE)));
        moments.addAll(List.of(later));
        return ServiceClocks.of(new Timeline(moments), List.of(Agreement.atCreation(MONDAY_NINE, LEVEL, OFFICE)), asOf)
                .firstResponse();
    }
}
