package io.rapport.crm.calendar;

import static io.rapport.crm.calendar.CalendarText.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.calendar.CalendarSpan.Reason;
import io.rapport.crm.fault.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

    private static final BusinessCalendar OFFICE = read("Etc/UTC ; weekly mon..fri=09:00-17:00");
    private static final BusinessCalendar ROUND_THE_CLOCK = read("Europe/Berlin ; weekly mon..sun=00:00-24:00");

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2025-03-30T02:30, 2025-03-30T01:30:00Z",
        "Europe/Berlin, 2025-10-26T02:30, 2025-10-26T00:30:00Z",
        "Australia/Lord_Howe, 2024-10-06T02:15, 2024-10-05T15:45:00Z",
        "Australia/Lord_Howe, 2025-04-06T01:45, 2025-04-05T14:45:00Z",
        "America/New_York, 2024-03-10T09:00, 2024-03-10T13:00:00Z"
    })
    void a_skipped_time_moves_forward_and_of_a_repeated_time_the_first_is_taken(
            String zone, LocalDateTime local, Instant resolved) {
        assertThat(read(zone + " ; weekly mon=09:00-17:00").resolveLocal(local)).isEqualTo(resolved);
    }

    @Test
    void a_night_shift_is_an_hour_shorter_or_longer_when_the_clock_changes() {
        BusinessCalendar nights = read("Europe/Berlin ; weekly sat=22:00-06:00");

        assertThat(nights.openIntervals(Instant.parse("2025-03-29T12:00:00Z"), Instant.parse("2025-03-30T12:00:00Z")))
                .extracting(OpenInterval::duration)
                .containsExactly(Duration.ofHours(7));
        assertThat(nights.openIntervals(Instant.parse("2025-10-25T12:00:00Z"), Instant.parse("2025-10-26T12:00:00Z")))
                .extracting(OpenInterval::duration)
                .containsExactly(Duration.ofHours(9));
    }

    @Test
    void a_shift_that_lies_in_skipped_time_opens_when_the_clock_goes_on() {
        BusinessCalendar early = read("Europe/Berlin ; weekly sun=02:00-02:30,04:00-05:00");

        assertThat(early.openIntervals(Instant.parse("2025-03-30T00:00:00Z"), Instant.parse("2025-03-30T12:00:00Z")))
                .containsExactly(
                        new OpenInterval(Instant.parse("2025-03-30T01:00:00Z"), Instant.parse("2025-03-30T01:30:00Z")),
                        new OpenInterval(Instant.parse("2025-03-30T02:00:00Z"), Instant.parse("2025-03-30T03:00:00Z")));
    }

    @Test
    void a_date_that_the_zone_skipped_is_no_business_day() {
        BusinessCalendar apia = read("Pacific/Apia ; weekly mon..fri=09:00-17:00");

        assertThat(apia.isBusinessDay(LocalDate.of(2011, 12, 30))).isFalse();
        assertThat(apia.addBusinessDays(LocalDate.of(2011, 12, 29), 1)).isEqualTo(LocalDate.of(2012, 1, 2));
        assertThat(apia.between(Instant.parse("2011-12-29T00:00:00Z"), Instant.parse("2011-12-31T00:00:00Z")))
                .isEqualTo(Duration.ofHours(11));
    }

    @Test
    void a_holiday_takes_away_the_whole_shift_that_starts_on_it_and_nothing_of_the_one_before() {
        BusinessCalendar nights = read("Etc/UTC ; weekly mon..wed=22:00-06:00 ; holidays 2026-03-03");

        assertThat(nights.openIntervals(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-05T12:00:00Z")))
                .containsExactly(
                        new OpenInterval(Instant.parse("2026-03-02T22:00:00Z"), Instant.parse("2026-03-03T06:00:00Z")),
                        new OpenInterval(Instant.parse("2026-03-04T22:00:00Z"), Instant.parse("2026-03-05T06:00:00Z")));
    }

    @Test
    void a_break_after_midnight_is_cut_out_of_the_shift_that_started_the_day_before() {
        BusinessCalendar nights = read("Etc/UTC ; weekly mon=22:00-06:00 ; breaks 2026-03-03=02:00-02:30");

        assertThat(nights.between(Instant.parse("2026-03-02T22:00:00Z"), Instant.parse("2026-03-03T06:00:00Z")))
                .isEqualTo(Duration.ofMinutes(450));
    }

    @Test
    void a_date_whose_breaks_leave_nothing_is_no_business_day() {
        BusinessCalendar calendar =
                read("Etc/UTC ; weekly mon..fri=09:00-17:00 ; breaks 2026-03-03=08:00-12:00,12:00-18:00");

        assertThat(calendar.isBusinessDay(LocalDate.of(2026, 3, 3))).isFalse();
        assertThat(calendar.addBusinessDays(LocalDate.of(2026, 3, 2), 1)).isEqualTo(LocalDate.of(2026, 3, 4));
    }

    @Test
    void the_29th_of_february_is_an_annual_holiday_in_leap_years_only() {
        BusinessCalendar calendar = read("Etc/UTC ; weekly mon..sun=09:00-17:00 ; annual 02-29");

        assertThat(calendar.isHoliday(LocalDate.of(2024, 2, 29))).isTrue();
        assertThat(calendar.isHoliday(LocalDate.of(2025, 2, 28))).isFalse();
        assertThat(calendar.isHoliday(LocalDate.of(2025, 3, 1))).isFalse();
    }

    @Test
    void while_open_the_next_opening_is_that_of_the_next_interval_and_the_previous_that_of_the_running_one() {
        Instant noon = Instant.parse("2026-03-06T12:00:00Z");

        assertThat(OFFICE.nextOpening(noon)).isEqualTo(Instant.parse("2026-03-09T09:00:00Z"));
        assertThat(OFFICE.nextClosing(noon)).isEqualTo(Instant.parse("2026-03-06T17:00:00Z"));
        assertThat(OFFICE.previousOpening(noon)).isEqualTo(Instant.parse("2026-03-06T09:00:00Z"));
        assertThat(OFFICE.previousClosing(noon)).isEqualTo(Instant.parse("2026-03-05T17:00:00Z"));
    }

    @Test
    void at_an_opening_or_closing_the_next_and_the_previous_are_others() {
        Instant opening = Instant.parse("2026-03-06T09:00:00Z");
        Instant closing = Instant.parse("2026-03-06T17:00:00Z");

        assertThat(OFFICE.nextOpening(opening)).isEqualTo(Instant.parse("2026-03-09T09:00:00Z"));
        assertThat(OFFICE.previousOpening(opening)).isEqualTo(Instant.parse("2026-03-05T09:00:00Z"));
        assertThat(OFFICE.nextClosing(closing)).isEqualTo(Instant.parse("2026-03-09T17:00:00Z"));
        assertThat(OFFICE.previousClosing(closing)).isEqualTo(Instant.parse("2026-03-05T17:00:00Z"));
    }

    @Test
    void an_interval_over_new_year_is_one() {
        BusinessCalendar calendar = read("Etc/UTC ; weekly mon..sun=00:00-24:00 ; annual 06-01");
        Instant newYear = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(calendar.nextClosing(Instant.parse("2025-12-31T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(calendar.previousOpening(newYear)).isEqualTo(Instant.parse("2025-06-02T00:00:00Z"));
        assertThat(calendar.nextOpening(Instant.parse("2025-12-31T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-06-02T00:00:00Z"));
        assertThat(calendar.openIntervals(newYear.minusSeconds(60), newYear.plusSeconds(60)))
                .containsExactly(new OpenInterval(newYear.minusSeconds(60), newYear.plusSeconds(60)));
    }

    @Test
    void moments_and_amounts_are_exact_to_the_nanosecond() {
        Instant from = Instant.parse("2026-03-06T16:59:59.999999999Z");

        assertThat(OFFICE.add(from, Duration.ofNanos(1))).isEqualTo(Instant.parse("2026-03-06T17:00:00Z"));
        assertThat(OFFICE.add(from, Duration.ofNanos(3))).isEqualTo(Instant.parse("2026-03-09T09:00:00.000000002Z"));
        assertThat(OFFICE.subtract(Instant.parse("2026-03-09T09:00:00.000000002Z"), Duration.ofNanos(3)))
                .isEqualTo(from);
    }

    @Test
    void a_negative_amount_goes_the_other_way() {
        Instant monday = Instant.parse("2026-03-09T10:00:00Z");

        assertThat(OFFICE.add(monday, Duration.ofHours(-2))).isEqualTo(Instant.parse("2026-03-06T16:00:00Z"));
        assertThat(OFFICE.subtract(Instant.parse("2026-03-06T16:00:00Z"), Duration.ofHours(-2)))
                .isEqualTo(monday);
    }

    @Test
    void decades_are_added_up_like_days() {
        Instant from = Instant.parse("1990-01-01T09:00:00Z");
        Instant until = OFFICE.add(from, Duration.ofHours(100_000));

        assertThat(OFFICE.between(from, until)).isEqualTo(Duration.ofHours(100_000));
        assertThat(OFFICE.businessDaysBetween(LocalDate.of(1990, 1, 1), OFFICE.localDate(until)))
                .isEqualTo(12_499);
        assertThat(OFFICE.subtract(until, Duration.ofHours(100_000))).isEqualTo(from);
    }

    @Test
    void years_that_are_not_kept_count_too() {
        Instant from = Instant.parse("1600-01-01T00:00:00Z");

        assertThat(ROUND_THE_CLOCK.add(from, Duration.ofDays(365_000))).isEqualTo(from.plus(Duration.ofDays(365_000)));
        assertThat(OFFICE.between(from, Instant.parse("2000-01-01T00:00:00Z")))
                .isEqualTo(Duration.ofHours(8L * 20_871 * 5));
    }

    @Test
    void an_explanation_tells_each_reason() {
        BusinessCalendar calendar = read("Etc/UTC ; weekly mon..fri=09:00-17:00 ; overrides 2026-03-03=09:00-12:00"
                + " ; breaks 2026-03-02=12:00-13:00 ; holidays 2026-03-04");

        assertThat(calendar.explain(Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-05T10:00:00Z")))
                .extracting(span -> span.reason() + " " + span.duration()
                        + span.holiday().map(name -> " " + name).orElse(""))
                .containsExactly(
                        "OPEN PT2H",
                        "BREAK PT1H",
                        "OPEN PT4H",
                        "CLOSED PT16H",
                        "OPEN PT3H",
                        "OVERRIDE PT5H",
                        "CLOSED PT7H",
                        "HOLIDAY PT24H 2026-03-04",
                        "CLOSED PT9H",
                        "OPEN PT1H");
    }

    @Test
    void nothing_explains_the_time_until_an_earlier_moment() {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");

        assertThat(OFFICE.explain(now, now)).isEmpty();
        assertThat(OFFICE.openIntervals(now, now.minusSeconds(1))).isEmpty();
        assertThat(OFFICE.between(now, now.minusSeconds(1))).isEqualTo(Duration.ZERO);
    }

    @Test
    void zero_business_days_are_today_and_end_today_or_on_the_next_business_day() {
        LocalDate saturday = LocalDate.of(2026, 3, 7);

        assertThat(OFFICE.addBusinessDays(saturday, 0)).isEqualTo(saturday);
        assertThat(OFFICE.endOfBusinessDay(Instant.parse("2026-03-07T10:00:00Z"), 0))
                .isEqualTo(Instant.parse("2026-03-09T17:00:00Z"));
        assertThat(OFFICE.endOfBusinessDay(Instant.parse("2026-03-06T18:00:00Z"), 0))
                .isEqualTo(Instant.parse("2026-03-06T17:00:00Z"));
    }

    @Test
    void a_negative_number_of_business_days_moves_back_to_open_time() {
        assertThat(OFFICE.addBusinessDays(Instant.parse("2026-03-09T20:00:00Z"), -1))
                .isEqualTo(Instant.parse("2026-03-06T17:00:00Z"));
    }

    @Test
    void a_calendar_that_opens_on_one_29th_of_february_in_28_years_is_still_found() {
        StringBuilder holidays = new StringBuilder(" ; annual");
        LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2025, 1, 1))
                .map(date -> date.toString().substring(5))
                .filter(day -> !day.equals("02-29"))
                .forEach(day -> holidays.append(' ').append(day));
        BusinessCalendar rare = read("Etc/UTC ; weekly mon=09:00-17:00" + holidays);

        assertThat(rare.nextOpening(Instant.parse("1996-03-01T00:00:00Z"))).isEqualTo("2016-02-29T09:00:00Z");
        assertThat(rare.add(Instant.parse("2017-01-01T00:00:00Z"), Duration.ofHours(9)))
                .isEqualTo(Instant.parse("2072-02-29T10:00:00Z"));
    }

    @Test
    void what_lies_beyond_the_last_opening_is_refused() {
        BusinessCalendar once = read("Etc/UTC ; overrides 2020-05-05=09:00-17:00");
        Instant before = Instant.parse("2020-05-01T00:00:00Z");
        Instant after = Instant.parse("2020-06-01T00:00:00Z");

        assertThat(once.add(before, Duration.ofHours(8))).isEqualTo("2020-05-05T17:00:00Z");
        assertThatThrownBy(() -> once.add(before, Duration.ofHours(9)))
                .isInstanceOf(CalendarHorizonException.class)
                .hasMessageContaining("case v1");
        assertThatThrownBy(() -> once.nextOpenOrSame(after)).isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> once.nextOpening(after)).isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> once.previousOpening(before)).isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> once.subtract(after, Duration.ofHours(9)))
                .isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> once.addBusinessDays(LocalDate.of(2020, 5, 5), 1))
                .isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> once.addBusinessDays(LocalDate.of(2020, 5, 5), -1))
                .isInstanceOf(CalendarHorizonException.class);
    }

    @Test
    void what_is_open_round_the_clock_has_no_opening_and_no_closing() {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");

        assertThat(ROUND_THE_CLOCK.nextOpenOrSame(now)).isEqualTo(now);
        assertThat(ROUND_THE_CLOCK.previousOpenOrSame(now)).isEqualTo(now);
        assertThatThrownBy(() -> ROUND_THE_CLOCK.nextClosing(now)).isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> ROUND_THE_CLOCK.nextOpening(now)).isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> ROUND_THE_CLOCK.previousOpening(now)).isInstanceOf(CalendarHorizonException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE})
    void an_amount_beyond_all_years_is_refused(long seconds) {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");

        assertThatThrownBy(() -> ROUND_THE_CLOCK.add(now, Duration.ofSeconds(seconds)))
                .isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> ROUND_THE_CLOCK.subtract(now, Duration.ofSeconds(seconds)))
                .isInstanceOf(CalendarHorizonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-06-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
    void a_moment_outside_the_years_1_to_9999_is_refused(Instant at) {
        assertThatThrownBy(() -> OFFICE.isOpen(at))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("at"));
    }

    @Test
    void reasons_other_than_a_holiday_name_none() {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        List<CalendarSpan> spans = OFFICE.explain(now, now.plusSeconds(1));

        assertThat(spans)
                .singleElement()
                .satisfies(span -> assertThat(span.holiday()).isEmpty());
        assertThatThrownBy(() -> new CalendarSpan(
                        now, now.plusSeconds(1), Reason.HOLIDAY, spans.get(0).holiday()))
                .isInstanceOf(InvalidInputException.class);
    }
}
