package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2024-02-29, 2024-02, 2024-02-01, 2024-03-01, 2024-01",
        "MONTH, 2024-01-01, 2024-01, 2024-01-01, 2024-02-01, 2023-12",
        "QUARTER, 1997-09-30, 1997-Q3, 1997-07-01, 1997-10-01, 1997-Q2",
        "YEAR, 2024-12-31, 2024, 2024-01-01, 2025-01-01, 2023",
        "QUARTER, 1997-01-01, 1997-Q1, 1997-01-01, 1997-04-01, 1996-Q4",
        "ISO_WEEK, 1970-01-01, 1970-W01, 1969-12-29, 1970-01-05, 1969-W52",
        "ISO_WEEK, 2021-01-03, 2020-W53, 2020-12-28, 2021-01-04, 2020-W52",
        "ISO_WEEK, 2024-12-30, 2025-W01, 2024-12-30, 2025-01-06, 2024-W52"
    })
    void a_day_lies_in_one_half_open_period(
            CalendarUnit unit, LocalDate day, String name, LocalDate start, LocalDate end, String previous) {
        CalendarPeriod period = unit.containing(day);

        assertThat(period).hasToString(name);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.previous()).hasToString(previous);
        assertThat(period.contains(day)).isTrue();
        assertThat(period.contains(start)).isTrue();
        assertThat(period.contains(end)).isFalse();
    }

    @Property
    void periods_of_a_unit_follow_one_another_without_gap(
            @ForAll CalendarUnit unit, @ForAll @IntRange(min = -700_000, max = 2_900_000) int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);

        CalendarPeriod period = unit.containing(day);

        assertThat(period.contains(day)).isTrue();
        assertThat(period.next().start()).isEqualTo(period.end());
        assertThat(period.next().previous()).isEqualTo(period);
        assertThat(period.previous().end()).isEqualTo(period.start());
    }

    @Test
    void periods_are_made_from_their_usual_names() {
        assertThat(CalendarPeriod.month(YearMonth.of(1997, 2))).hasToString("1997-02");
        assertThat(CalendarPeriod.quarter(1997, 3)).hasToString("1997-Q3");
        assertThat(CalendarPeriod.year(1997)).hasToString("1997");
        assertThat(CalendarPeriod.isoWeek(2020, 53)).hasToString("2020-W53");
        assertThat(CalendarPeriod.isoWeek(2025, 1).start()).isEqualTo(LocalDate.of(2024, 12, 30));
    }

    @Test
    void names_that_mean_no_period_are_refused() {
        assertThatThrownBy(() -> CalendarPeriod.quarter(1997, 0)).hasMessageContaining("quarter");
        assertThatThrownBy(() -> CalendarPeriod.quarter(1997, 5)).hasMessageContaining("quarter");
        assertThatThrownBy(() -> CalendarPeriod.quarter(10_000, 1)).hasMessageContaining("year");
        assertThatThrownBy(() -> CalendarPeriod.isoWeek(2021, 53)).hasMessageContaining("week");
        assertThatThrownBy(() -> CalendarPeriod.isoWeek(2021, 0)).hasMessageContaining("week");
        assertThatThrownBy(() -> CalendarPeriod.isoWeek(0, 1)).hasMessageContaining("weekBasedYear");
        assertThatThrownBy(() -> CalendarPeriod.quarter(1, 1).previous()).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_period_starts_on_its_first_day() {
        assertThatThrownBy(() -> new CalendarPeriod(CalendarUnit.MONTH, LocalDate.of(2024, 1, 2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("start is inside a period");
    }

    @Test
    void the_data_end_after_their_last_day_or_before_the_first_that_is_not_over() {
        assertThat(DataEnd.lastDay(LocalDate.of(1998, 6, 30))).isEqualTo(DataEnd.before(LocalDate.of(1998, 7, 1)));
    }
}
