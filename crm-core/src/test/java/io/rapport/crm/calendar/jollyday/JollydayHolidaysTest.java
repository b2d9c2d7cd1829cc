package io.rapport.crm.calendar.jollyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.CalendarSpan;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.fault.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JollydayHolidaysTest {

    private static final LocalDate GOOD_FRIDAY = LocalDate.of(2026, 4, 3);
    private static final LocalDate CORPUS_CHRISTI = LocalDate.of(2026, 6, 4);

    @Test
    void a_public_holiday_is_no_business_day_and_explains_itself() {
        BusinessCalendar berlin = BusinessCalendar.builder(CalendarId.of("berlin"), "Europe/Berlin")
                .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")))
                .holidays(JollydayHolidays.of("de", Locale.ENGLISH, "be"))
                .build();
        Instant thursday = Instant.parse("2026-04-02T14:00:00Z");

        assertThat(berlin.add(thursday, Duration.ofHours(2))).isEqualTo(Instant.parse("2026-04-07T08:00:00Z"));
        assertThat(berlin.isBusinessDay(GOOD_FRIDAY)).isFalse();
        assertThat(berlin.explain(thursday, Instant.parse("2026-04-07T08:00:00Z")))
                .extracting(CalendarSpan::holiday)
                .filteredOn(holiday -> holiday.isPresent())
                .extracting(holiday -> holiday.orElseThrow())
                .containsExactly("Good Friday", "Easter Monday");
    }

    @Test
    void a_region_has_holidays_of_its_own() {
        assertThat(JollydayHolidays.of("de", Locale.ENGLISH).isHoliday(CORPUS_CHRISTI))
                .isFalse();
        assertThat(JollydayHolidays.of("de", Locale.ENGLISH, "by").isHoliday(CORPUS_CHRISTI))
                .isTrue();
        assertThat(JollydayHolidays.of("de", Locale.ENGLISH, "by").name()).isEqualTo("de by");
    }

    @Test
    void holidays_are_named_in_the_language_asked_for() {
        assertThat(JollydayHolidays.of("DE", Locale.GERMAN).holidayName(GOOD_FRIDAY))
                .isEqualTo("Karfreitag");
    }

    @Test
    void holidays_of_one_place_and_language_are_equal() {
        assertThat(JollydayHolidays.of("de", Locale.GERMAN, "by"))
                .isEqualTo(JollydayHolidays.of("de", Locale.GERMAN, "by"))
                .hasSameHashCodeAs(JollydayHolidays.of("de", Locale.GERMAN, "by"))
                .isNotEqualTo(JollydayHolidays.of("de", Locale.GERMAN));
    }

    @Test
    void an_unknown_country_is_refused() {
        assertThatThrownBy(() -> JollydayHolidays.of("atlantis", Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("country"));
    }
}
