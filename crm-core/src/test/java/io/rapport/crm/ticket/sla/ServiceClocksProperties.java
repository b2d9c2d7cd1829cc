package io.rapport.crm.ticket.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the clocks of any ticket, whatever happened to it. */
class ServiceClocksProperties {

    private static final Instant FRIDAY = Instant.parse("2026-03-27T10:00:00Z");
    private static final BusinessCalendar CALENDAR = CalendarText.read(
            "Europe/Berlin ; weekly mon..fri=09:00-12:00,13:00-17:00 sat=22:00-02:00 ; holidays 2026-04-03");
    private static final ServiceLevel LEVEL = ServiceLevel.version(ServiceLevelId.of("any"), 1)
            .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(2)))
            .promise(Metric.NEXT_RESPONSE, Target.of(Duration.ofMinutes(90)))
            .promise(Metric.PERIODIC_UPDATE, Target.of(Duration.ofHours(6)))
            .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(9)))
            .pausing(Metric.RESOLUTION, Wait.THIRD_PARTY, Wait.SCHEDULED);

    record Step(Duration after, int verb) {}

    @Property
    void the_counted_intervals_add_up_to_the_elapsed_time_and_all_intervals_follow_one_another(
            @ForAll("timelines") Timeline timeline, @ForAll("waits") Duration later) {
        for (ServiceClock clock : all(clocks(timeline, end(timeline).plus(later)))) {
            Instant place = clock.startedAt().orElseThrow();
            Duration counted = Duration.ZERO;
            for (ClockSpan span : clock.explain()) {
                assertThat(span.from()).isEqualTo(place);
                place = span.until();
                counted = span.counted() ? counted.plus(span.duration()) : counted;
            }
            assertThat(counted).isEqualTo(clock.elapsed());
            assertThat(place).isEqualTo(clock.stoppedAt().orElse(end(timeline).plus(later)));
        }
    }

    @Property
    void a_breach_that_was_seen_once_is_seen_ever_after(
            @ForAll("timelines") Timeline timeline, @ForAll("waits") Duration later) {
        Instant now = end(timeline);
        List<ServiceClock> then = clocks(timeline, now).breaches();
        List<ServiceClock> afterwards = clocks(timeline, now.plus(later)).breaches();

        assertThat(afterwards.stream().map(ServiceClocksProperties::broken))
                .containsAll(then.stream().map(ServiceClocksProperties::broken).toList());
    }

    @Property
    void what_was_known_at_an_instant_does_not_change_with_what_happens_later(
            @ForAll("timelines") Timeline timeline, @ForAll("waits") Duration after) {
        Instant then = timeline.createdAt().plus(after);
        Timeline known = timeline.until(then);

        assertThat(clocks(timeline, then).stretches())
                .isEqualTo(clocks(known, then).stretches());
    }

    @Property
    void a_promise_is_breached_exactly_when_its_clock_ran_on_after_it_was_due(
            @ForAll("timelines") Timeline timeline, @ForAll("waits") Duration later) {
        Instant now = end(timeline).plus(later);
        for (ServiceClock clock : all(clocks(timeline, now))) {
            if (clock.breached()) {
                assertThat(clock.breachedAt().orElseThrow())
                        .isBefore(clock.stoppedAt().orElse(now));
                assertThat(clock.remaining().orElseThrow()).isLessThanOrEqualTo(Duration.ZERO);
            } else {
                assertThat(clock.remaining().orElseThrow()).isGreaterThanOrEqualTo(Duration.ZERO);
            }
            if (clock.running() && !clock.breached()) {
                assertThat(clock.due().orElseThrow()).isAfterOrEqualTo(now);
                assertThat(CALENDAR.between(now, clock.due().orElseThrow()))
                        .isEqualTo(clock.remaining().orElseThrow());
            }
        }
    }

    @Property
    void only_the_first_of_several_unanswered_messages_starts_a_clock(@ForAll("timelines") Timeline timeline) {
        List<ServiceClock> stretches =
                clocks(timeline, end(timeline)).stretches().getOrDefault(Metric.NEXT_RESPONSE, List.of());
        long responses = timeline.moments().stream()
                .filter(moment -> moment.kind() == Moment.Kind.PUBLIC_RESPONSE)
                .count();

        assertThat(stretches.size()).isLessThanOrEqualTo((int) responses);
        assertThat(stretches.stream()
                        .filter(clock -> clock.stoppedAt().isEmpty())
                        .count())
                .isLessThanOrEqualTo(1);
    }

    private static Optional<Object> broken(ServiceClock clock) {
        return Optional.of(List.of(clock.metric(), clock.startedAt(), clock.breachedAt(), clock.due()));
    }

    private static List<ServiceClock> all(ServiceClocks clocks) {
        return clocks.stretches().values().stream().flatMap(List::stream).toList();
    }

    private static ServiceClocks clocks(Timeline timeline, Instant asOf) {
        return ServiceClocks.of(timeline, List.of(Agreement.atCreation(timeline.createdAt(), LEVEL, CALENDAR)), asOf);
    }

    private static Instant end(Timeline timeline) {
        return timeline.moments().get(timeline.moments().size() - 1).at();
    }

    @Provide
    Arbitrary<Duration> waits() {
        return Arbitraries.longs().between(0, 14 * 24 * 3600).map(Duration::ofSeconds);
    }

    @Provide
    Arbitrary<Timeline> timelines() {
        Arbitrary<Duration> gaps = Arbitraries.oneOf(
                Arbitraries.of(Duration.ZERO, Duration.ofMinutes(90), Duration.ofHours(2)),
                Arbitraries.longs().between(0, 3 * 24 * 3600).map(Duration::ofSeconds));
        return Combinators.combine(gaps, Arbitraries.integers().between(0, 7))
                .as(Step::new)
                .list()
                .ofMaxSize(12)
                .map(ServiceClocksProperties::timeline);
    }

    /** A history as the ticket's states allow it. */
    private static Timeline timeline(List<Step> steps) {
        List<Moment> moments = new ArrayList<>();
        moments.add(Moment.of(Moment.Kind.CREATED, FRIDAY));
        Instant now = FRIDAY;
        boolean resolved = false;
        for (Step step : steps) {
            now = now.plus(step.after());
            switch (step.verb()) {
                case 0 -> moments.add(Moment.of(Moment.Kind.PUBLIC_RESPONSE, now));
                case 1 -> moments.add(Moment.of(Moment.Kind.CUSTOMER_MESSAGE, now));
                case 2, 3, 4 -> {
                    if (!resolved) {
                        moments.add(Moment.parked(Wait.values()[step.verb() - 2], now));
                    }
                }
                case 5 -> moments.add(Moment.of(resolved ? Moment.Kind.REOPENED : Moment.Kind.RESUMED, now));
                default -> moments.add(Moment.of(Moment.Kind.RESOLVED, now));
            }
            resolved = step.verb() > 5 || (resolved && step.verb() != 5);
        }
        return new Timeline(moments);
    }
}
