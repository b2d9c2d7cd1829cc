package io.rapport.crm.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarRulesTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final Hours OFFICE = Hours.of("09:00", "17:00");

    @Test
    void an_unknown_zone_is_refused() {
        refused("zone", () -> BusinessCalendar.builder(CalendarId.of("support"), "Europe/Nowhere"));
    }

    @Test
    void a_calendar_that_is_never_open_is_refused() {
        refused("weekly", () -> calendar().build());
        refused("weekly", () -> calendar().override(TUESDAY).build());
        refused(
                "weekly",
                () -> calendar().override(TUESDAY, OFFICE).holiday(TUESDAY).build());
        refused(
                "weekly",
                () -> calendar()
                        .override(TUESDAY, OFFICE)
                        .breaks(TUESDAY, OFFICE)
                        .build());
        refused(
                "weekly",
                () -> calendar().weekly(office()).holidays(source(true)).build());
    }

    @Test
    void intervals_that_overlap_are_refused() {
        refused("weeklyHours.MONDAY", () -> office().with(DayOfWeek.MONDAY, OFFICE, Hours.of("16:59", "18:00")));
        refused("weeklyHours.MONDAY", () -> office().with(DayOfWeek.MONDAY, Hours.of("22:00", "09:01")));
        refused("weeklyHours.SUNDAY", () -> office().with(DayOfWeek.SUNDAY, Hours.of("22:00", "09:01")));
        refused("overrides.2026-03-03", () -> calendar().override(TUESDAY, OFFICE, Hours.of("08:00", "09:30")));
        refused("breaks.2026-03-03", () -> calendar().breaks(TUESDAY, OFFICE, OFFICE));
    }

    @Test
    void intervals_that_touch_are_one() {
        BusinessCalendar calendar = calendar()
                .weekly(WeeklyHours.none()
                        .with(DayOfWeek.MONDAY, Hours.of("12:00", "24:00"), Hours.of("09:00", "12:00"))
                        .with(DayOfWeek.TUESDAY, Hours.of("00:00", "02:00")))
                .build();

        assertThat(calendar.nextClosing(Instant.parse("2026-03-02T10:00:00Z"))).isEqualTo("2026-03-03T02:00:00Z");
    }

    @Test
    void hours_of_a_date_may_run_into_those_of_the_next_and_count_once() {
        BusinessCalendar calendar = calendar()
                .weekly(office())
                .override(TUESDAY, Hours.of("20:00", "10:00"))
                .build();

        assertThat(calendar.between(Instant.parse("2026-03-03T20:00:00Z"), Instant.parse("2026-03-04T17:00:00Z")))
                .isEqualTo(Duration.ofHours(21));
    }

    @ParameterizedTest
    @CsvSource({
        "25:00, 26:00, from",
        "24:00, 24:00, from",
        "nine, 17:00, from",
        "09:00, 24:01, until",
        "09:00, '', until",
        "09:00, 17:00:00.5, until"
    })
    void what_is_no_time_of_day_is_refused(String from, String until, String field) {
        refused(field, () -> Hours.of(from, until));
    }

    @Test
    void a_day_without_an_interval_is_left_out_and_not_left_empty() {
        refused("weeklyHours.MONDAY", () -> office().with(DayOfWeek.MONDAY));
        assertThat(office().without(DayOfWeek.MONDAY).on(DayOfWeek.MONDAY)).isEmpty();
        refused("weeklyHours", () -> new WeeklyHours(null));
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 17:00, 09:00-17:00, false",
        "09:00, 24:00, 09:00-24:00, false",
        "00:00, 24:00:00, 00:00-24:00, false",
        "22:00, 06:00, 22:00-06:00, true",
        "09:00, 09:00, 09:00-09:00, true"
    })
    void an_end_at_or_before_the_start_is_reached_on_the_next_day(
            String from, String until, String shown, boolean pastMidnight) {
        assertThat(Hours.of(from, until)).hasToString(shown);
        assertThat(Hours.of(from, until).runsPastMidnight()).isEqualTo(pastMidnight);
    }

    @Test
    void a_part_of_a_second_is_refused() {
        refused("from", () -> new Hours(LocalTime.of(9, 0, 0, 1), LocalTime.NOON));
    }

    @Test
    void a_missing_value_is_refused() {
        refused("zone", () -> BusinessCalendar.builder(CalendarId.of("support"), (ZoneId) null));
        refused("calendar", () -> CalendarId.of(" "));
        refused("version", () -> calendar().version(0));
        refused("holidays.2026-03-03", () -> calendar().holiday(TUESDAY, ""));
        refused("annualHolidays day", () -> calendar().annualHoliday(null, "Christmas"));
        refused("holidayCalendars", () -> calendar().holidays(null));
    }

    @Test
    void the_name_of_a_holiday_is_that_of_the_nearest_rule() {
        BusinessCalendar calendar = calendar()
                .weekly(office())
                .holiday(TUESDAY, "Founders' Day")
                .annualHoliday(MonthDay.of(3, 3), "Third of March")
                .annualHoliday(MonthDay.of(12, 25))
                .build();

        assertThat(calendar.rules().holidayOn(TUESDAY)).contains("Founders' Day");
        assertThat(calendar.rules().holidayOn(TUESDAY.plusYears(1))).contains("Third of March");
        assertThat(calendar.rules().holidayOn(LocalDate.of(2026, 12, 25))).contains("12-25");
        assertThat(calendar.rules().holidayOn(TUESDAY.plusDays(1))).isEmpty();
    }

    @Test
    void a_source_of_holidays_closes_its_dates_under_its_name() {
        HolidayCalendar fridays = new HolidayCalendar() {
            @Override
            public String name() {
                return "Fridays";
            }

            @Override
            public boolean isHoliday(LocalDate date) {
                return date.getDayOfWeek() == DayOfWeek.FRIDAY;
            }
        };
        BusinessCalendar calendar =
                calendar().weekly(office()).holidays(fridays).build();

        assertThat(calendar.rules().holidayOn(TUESDAY.plusDays(3))).contains("Fridays");
        assertThat(calendar.nextOpening(Instant.parse("2026-03-05T10:00:00Z"))).isEqualTo("2026-03-09T09:00:00Z");
        assertThat(calendar.nextVersion().withoutHolidayCalendars().build().isHoliday(TUESDAY.plusDays(3)))
                .isFalse();
    }

    @Test
    void an_edit_makes_the_next_version_and_leaves_this_one() {
        BusinessCalendar first = calendar()
                .weekly(office())
                .override(TUESDAY, Hours.allDay())
                .breaks(TUESDAY, Hours.of("12:00", "13:00"))
                .annualHoliday(MonthDay.of(3, 4))
                .build();
        BusinessCalendar second =
                first.nextVersion().asUsual(TUESDAY).asUsual(MonthDay.of(3, 4)).build();

        assertThat(second.version()).isEqualTo(2);
        assertThat(second).hasToString("support v2");
        assertThat(second.rules().hoursOn(TUESDAY)).containsExactly(OFFICE);
        assertThat(second.isHoliday(TUESDAY.plusDays(1))).isFalse();
        assertThat(first.rules().hoursOn(TUESDAY)).containsExactly(Hours.allDay());
        assertThat(first.isHoliday(TUESDAY.plusDays(1))).isTrue();
    }

    @Test
    void calendars_of_one_id_version_and_rules_are_equal() {
        BusinessCalendar calendar = calendar().weekly(office()).build();
        BusinessCalendar kept = BusinessCalendar.of(calendar.id(), calendar.version(), calendar.rules());

        assertThat(kept).isEqualTo(calendar).hasSameHashCodeAs(calendar);
        assertThat(calendar.nextVersion().build()).isNotEqualTo(calendar);
        assertThat(calendar.nextVersion().version(1).holiday(TUESDAY).build()).isNotEqualTo(calendar);
    }

    @Test
    void a_week_is_the_same_however_it_was_put_together() {
        assertThat(new WeeklyHours(
                        Map.of(DayOfWeek.MONDAY, List.of(Hours.of("13:00", "17:00"), Hours.of("09:00", "12:00")))))
                .isEqualTo(WeeklyHours.none()
                        .with(DayOfWeek.MONDAY, Hours.of("09:00", "12:00"), Hours.of("13:00", "17:00")));
        assertThat(WeeklyHours.roundTheClock()).isEqualTo(WeeklyHours.everyDay(Hours.of("00:00", "24:00")));
    }

    private static BusinessCalendarBuilder calendar() {
        return BusinessCalendar.builder(CalendarId.of("support"), "Etc/UTC");
    }

    private static WeeklyHours office() {
        return WeeklyHours.weekdays(OFFICE);
    }

    private static HolidayCalendar source(boolean always) {
        return new HolidayCalendar() {
            @Override
            public String name() {
                return "source";
            }

            @Override
            public boolean isHoliday(LocalDate date) {
                return always;
            }
        };
    }

    private static void refused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
