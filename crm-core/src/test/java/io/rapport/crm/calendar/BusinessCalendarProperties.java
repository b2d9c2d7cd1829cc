package io.rapport.crm.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.calendar.AnyCalendars.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every calendar, on days when the clock changes too. */
class BusinessCalendarProperties {

    private static final int MINUTES = MinuteByMinute.DAYS * 1440;
    private static final Duration SMALLEST = Duration.ofNanos(1);

    @Property
    void open_time_agrees_with_a_minute_by_minute_count(
            @ForAll("samples") Sample sample, @ForAll("minutes") int one, @ForAll("minutes") int other) {
        MinuteByMinute slow = new MinuteByMinute(sample);
        int from = Math.min(one, other);
        int until = Math.max(one, other);

        assertThat(sample.calendar().between(slow.at(from), slow.at(until))).isEqualTo(slow.between(from, until));
        assertThat(sample.calendar().isOpen(slow.at(one))).isEqualTo(slow.isOpen(one));
    }

    @Property
    void intervals_are_exactly_the_open_minutes(@ForAll("samples") Sample sample) {
        MinuteByMinute slow = new MinuteByMinute(sample);
        List<OpenInterval> intervals = sample.calendar().openIntervals(slow.at(0), slow.at(MINUTES));

        int minute = 0;
        for (OpenInterval interval : intervals) {
            while (slow.at(minute).isBefore(interval.from())) {
                assertThat(slow.isOpen(minute++)).isFalse();
            }
            while (slow.at(minute).isBefore(interval.until())) {
                assertThat(slow.isOpen(minute++)).isTrue();
            }
            assertThat(minute == MINUTES || !slow.isOpen(minute)).isTrue();
        }
    }

    @Property
    void what_was_added_lies_between(
            @ForAll("samples") Sample sample, @ForAll("moments") Duration moment, @ForAll("amounts") Duration amount) {
        Instant from = at(sample, moment);
        Assume.that(hasEnough(sample, from, amount));

        Instant until = sample.calendar().add(from, amount);

        assertThat(sample.calendar().between(from, until)).isEqualTo(amount);
        if (amount.isZero()) {
            assertThat(sample.calendar().isOpen(until)).isTrue();
        } else {
            assertThat(sample.calendar().between(from, until.minus(SMALLEST))).isLessThan(amount);
        }
    }

    @Property
    void subtracting_is_the_inverse_of_adding(
            @ForAll("samples") Sample sample, @ForAll("moments") Duration moment, @ForAll("amounts") Duration amount) {
        Instant until = at(sample, moment);
        Assume.that(!amount.isZero() && hasEnoughBefore(sample, until, amount));

        Instant from = sample.calendar().subtract(until, amount);

        assertThat(sample.calendar().between(from, until)).isEqualTo(amount);
        assertThat(sample.calendar().between(from.plus(SMALLEST), until)).isLessThan(amount);
        assertThat(sample.calendar().add(from, amount))
                .isEqualTo(sample.calendar().previousOpenOrSame(until));
        assertThat(sample.calendar().add(until, amount.negated())).isEqualTo(from);
    }

    @Property
    void adding_twice_is_adding_the_sum_and_more_is_never_earlier(
            @ForAll("samples") Sample sample,
            @ForAll("moments") Duration moment,
            @ForAll("amounts") Duration one,
            @ForAll("amounts") Duration other) {
        Instant from = at(sample, moment);
        Assume.that(!one.isZero() && !other.isZero() && hasEnough(sample, from, one.plus(other)));

        Instant first = sample.calendar().add(from, one);
        Instant both = sample.calendar().add(from, one.plus(other));

        assertThat(sample.calendar().add(first, other)).isEqualTo(both);
        assertThat(both).isAfter(first);
    }

    @Property
    void who_starts_later_is_never_done_earlier(
            @ForAll("samples") Sample sample,
            @ForAll("moments") Duration one,
            @ForAll("moments") Duration other,
            @ForAll("amounts") Duration amount) {
        Instant early = at(sample, one.compareTo(other) < 0 ? one : other);
        Instant late = at(sample, one.compareTo(other) < 0 ? other : one);
        Assume.that(hasEnough(sample, late, amount));

        assertThat(sample.calendar().add(late, amount))
                .isAfterOrEqualTo(sample.calendar().add(early, amount));
    }

    @Property
    void an_explanation_has_no_gap_and_adds_up_to_the_figure(
            @ForAll("samples") Sample sample, @ForAll("moments") Duration one, @ForAll("moments") Duration other) {
        Instant from = at(sample, one);
        Instant until = at(sample, other);
        Assume.that(from.isBefore(until));

        List<CalendarSpan> spans = sample.calendar().explain(from, until);

        assertThat(spans.get(0).from()).isEqualTo(from);
        assertThat(spans.get(spans.size() - 1).until()).isEqualTo(until);
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).from()).isEqualTo(spans.get(i - 1).until());
        }
        assertThat(spans.stream()
                        .filter(CalendarSpan::counted)
                        .map(span -> new OpenInterval(span.from(), span.until())))
                .containsExactlyElementsOf(sample.calendar().openIntervals(from, until));
        assertThat(spans.stream()
                        .filter(CalendarSpan::counted)
                        .map(CalendarSpan::duration)
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(sample.calendar().between(from, until));
    }

    @Property
    void openings_and_closings_are_the_ends_of_the_intervals(
            @ForAll("samples") Sample sample, @ForAll("moments") Duration moment) {
        Instant at = at(sample, moment);
        Instant from = at(sample, Duration.ofDays(-40));
        Instant until = at(sample, Duration.ofDays(40));
        List<OpenInterval> intervals = sample.calendar().openIntervals(from, until);
        Assume.that(intervals.stream().filter(each -> each.until().isBefore(at)).count() > 1);
        Assume.that(intervals.stream().filter(each -> each.from().isAfter(at)).count() > 1);

        assertThat(sample.calendar().nextOpening(at))
                .isEqualTo(intervals.stream()
                        .map(OpenInterval::from)
                        .filter(at::isBefore)
                        .findFirst()
                        .orElseThrow());
        assertThat(sample.calendar().nextClosing(at))
                .isEqualTo(intervals.stream()
                        .map(OpenInterval::until)
                        .filter(at::isBefore)
                        .findFirst()
                        .orElseThrow());
        assertThat(sample.calendar().previousOpening(at))
                .isEqualTo(intervals.stream()
                        .map(OpenInterval::from)
                        .filter(at::isAfter)
                        .reduce((a, b) -> b)
                        .orElseThrow());
        assertThat(sample.calendar().previousClosing(at))
                .isEqualTo(intervals.stream()
                        .map(OpenInterval::until)
                        .filter(at::isAfter)
                        .reduce((a, b) -> b)
                        .orElseThrow());
    }

    @Property
    void business_days_are_counted_like_one_by_one(
            @ForAll("samples") Sample sample, @ForAll @IntRange(min = -12, max = 12) int number) {
        Assume.that(!sample.calendar().rules().weekly().isEmpty());
        LocalDate date = sample.around();
        LocalDate walked = date;
        for (int left = Math.abs(number); left > 0; left -= sample.calendar().isBusinessDay(walked) ? 1 : 0) {
            walked = walked.plusDays(Integer.signum(number));
        }

        assertThat(sample.calendar().addBusinessDays(date, number)).isEqualTo(walked);
        if (number >= 0) {
            assertThat(sample.calendar().businessDaysBetween(date, walked)).isEqualTo(number);
            assertThat(sample.calendar().businessDaysBetween(walked, date)).isEqualTo(-number);
        }
    }

    @Property
    void every_business_day_has_open_time_and_no_other_day_starts_any(
            @ForAll("samples") Sample sample, @ForAll @IntRange(min = -6, max = 6) int day) {
        LocalDate date = sample.around().plusDays(day);
        BusinessCalendar calendar = sample.calendar();
        Assume.that(calendar.isBusinessDay(date));

        Instant end = calendar.endOfBusinessDay(calendar.resolveLocal(date.atStartOfDay()), 0);

        assertThat(calendar.previousOpenOrSame(end)).isEqualTo(end);
        assertThat(calendar.isHoliday(date)).isFalse();
    }

    @Provide
    Arbitrary<Sample> samples() {
        return AnyCalendars.samples();
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, MINUTES - 1);
    }

    /** From the midnight of UTC on the odd date; often whole quarters, as the hours are. */
    @Provide
    Arbitrary<Duration> moments() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-4 * 96, 4 * 96).map(quarter -> Duration.ofMinutes(15L * quarter)),
                Arbitraries.longs()
                        .between(-400_000_000_000_000L, 400_000_000_000_000L)
                        .map(Duration::ofNanos));
    }

    @Provide
    Arbitrary<Duration> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 400).map(quarter -> Duration.ofMinutes(15L * quarter)),
                Arbitraries.longs().between(0, 400_000_000_000_000L).map(Duration::ofNanos),
                Arbitraries.integers().between(1, 20_000).map(Duration::ofHours));
    }

    private static Instant at(Sample sample, Duration afterMidnight) {
        return sample.around().atStartOfDay().toInstant(ZoneOffset.UTC).plus(afterMidnight);
    }

    /** A calendar that opens on single dates only runs out of time. */
    private static boolean hasEnough(Sample sample, Instant from, Duration amount) {
        return !sample.calendar().rules().weekly().isEmpty()
                || sample.calendar()
                                .between(from, from.plus(Duration.ofDays(30)))
                                .compareTo(amount)
                        > 0;
    }

    private static boolean hasEnoughBefore(Sample sample, Instant until, Duration amount) {
        return !sample.calendar().rules().weekly().isEmpty()
                || sample.calendar()
                                .between(until.minus(Duration.ofDays(30)), until)
                                .compareTo(amount)
                        >= 0;
    }
}
