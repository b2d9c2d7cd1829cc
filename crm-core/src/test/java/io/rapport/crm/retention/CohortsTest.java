package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortsTest {

    private static final CohortClock MONTHS = CohortClock.calendar(CalendarUnit.MONTH);
    private static final CohortClock THIRTY_DAYS = CohortClock.rolling(30, CalendarUnit.QUARTER);

    private static final CalendarPeriod JANUARY = CalendarPeriod.month(YearMonth.of(2024, 1));
    private static final CalendarPeriod MARCH = CalendarPeriod.month(YearMonth.of(2024, 3));

    private static final ActivityDays PURCHASES = Facts.activity(
            "2024-01-05 2024-01-06 2024-02-01 2024-04-02", //
            "2024-01-31 2024-02-01",
            "2024-01-31",
            "2024-03-10 2024-04-30",
            "2024-03-31 2024-04-01 2024-04-20");

    @Test
    void tables_of_other_rules_or_ends_are_not_merged() {
        CohortTable table = table(MONTHS, Matching.on(), "2024-04-30");

        assertThatThrownBy(() -> table.merge(table(THIRTY_DAYS, Matching.on(), "2024-04-30")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("merge tables of one kind");
        assertThatThrownBy(() -> table.merge(table(MONTHS, Matching.on(), "2024-04-29")))
                .hasMessageContaining("merge tables of one end");
    }

    @Test
    void a_cohort_is_the_period_of_the_first_activity_ever() {
        CohortTable table = table(MONTHS, Matching.on(), "2024-04-30");

        assertThat(table.rows()).extracting(CohortRow::cohort).containsExactly(JANUARY, MARCH);
        assertThat(table.rows()).extracting(CohortRow::size).containsExactly(3L, 2L);
        assertThat(table.row(JANUARY.next())).isEmpty();
    }

    @Test
    void on_counts_who_was_active_in_the_very_window() {
        CohortTable table = table(MONTHS, Matching.on(), "2024-04-30");

        assertThat(cells(table, JANUARY))
                .containsExactly(complete(3, 3), complete(2, 3), complete(0, 3), complete(1, 3));
        assertThat(cells(table, MARCH)).containsExactly(complete(2, 2), complete(2, 2));
    }

    @Test
    void on_or_after_counts_who_was_active_then_or_later() {
        CohortTable table = table(MONTHS, Matching.onOrAfter(), "2024-04-30");

        assertThat(cells(table, JANUARY))
                .containsExactly(complete(3, 3), complete(2, 3), complete(1, 3), complete(1, 3));
        assertThat(table.heading(1)).isEqualTo("1+");
    }

    @Test
    void a_bracket_counts_who_was_active_in_any_of_its_windows() {
        CohortTable table = table(MONTHS, Matching.brackets(0, 1, 4), "2024-04-30");

        assertThat(cells(table, JANUARY)).containsExactly(complete(3, 3), complete(2, 3));
        assertThat(table.heading(0)).isEqualTo("0");
        assertThat(table.heading(1)).isEqualTo("1-3");
    }

    @Test
    void windows_outside_all_brackets_are_not_looked_at() {
        CohortTable table = table(MONTHS, Matching.brackets(2, 4, 6), "2024-04-30");

        assertThat(cells(table, JANUARY)).containsExactly(complete(1, 3));
        assertThat(cells(table, MARCH)).isEmpty();
    }

    /** One day before its end, April is incomplete: it is flagged and left out of the average. */
    @Test
    void a_cell_is_complete_exactly_when_its_window_ended_by_the_end_of_the_data() {
        CohortTable ended = table(MONTHS, Matching.on(), "2024-04-30");
        CohortTable running = table(MONTHS, Matching.on(), "2024-04-29");

        assertThat(cells(running, MARCH)).containsExactly(complete(2, 2), new CohortCell(1, 2, false));
        assertThat(cells(running, JANUARY).get(3)).isEqualTo(new CohortCell(1, 3, false));
        assertThat(running.average(1)).isEqualTo(new Rate(2, 3));
        assertThat(ended.average(1)).isEqualTo(new Rate(4, 5));
    }

    @Test
    void a_bracket_is_complete_when_its_last_window_is() {
        CohortTable table = table(MONTHS, Matching.brackets(0, 1, 3), "2024-04-30");

        assertThat(cells(table, JANUARY)).containsExactly(complete(3, 3), complete(2, 3));
        assertThat(cells(table, MARCH)).containsExactly(complete(2, 2), new CohortCell(2, 2, false));
    }

    @Test
    void averages_are_weighted_by_cohort_size() {
        ActivityDays uneven =
                Facts.activity("2024-01-01", "2024-01-02", "2024-01-03", "2024-02-01 2024-03-01"); // 0 of 3 and 1 of 1
        CohortTable table = Cohorts.on(MONTHS).matching(Matching.on()).of(uneven, lastDay("2024-03-31"));

        assertThat(table.average(1)).isEqualTo(new Rate(1, 4));
        assertThat(table.average(1).value()).hasValue(0.25);
        assertThat(table.average(9).value()).isEmpty();
    }

    @Test
    void a_purchase_the_next_day_is_in_the_next_calendar_month_but_in_the_same_rolling_window() {
        ActivityDays overnight = Facts.activity("2024-01-31 2024-02-01");

        CohortTable calendar = Cohorts.on(MONTHS).matching(Matching.on()).of(overnight, lastDay("2024-03-30"));
        CohortTable rolling = Cohorts.on(THIRTY_DAYS).matching(Matching.on()).of(overnight, lastDay("2024-03-30"));

        assertThat(calendar.average(1)).isEqualTo(new Rate(1, 1));
        assertThat(rolling.average(1)).isEqualTo(new Rate(0, 1));
    }

    /** Window 1 of the first customer is 4 February to 4 March, of the next two 1 to 30 March. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-03, 0, 0",
        "2024-03-04, 0, 1",
        "2024-03-29, 0, 1",
        "2024-03-30, 0, 3",
        "2024-05-07, 0, 3",
        "2024-05-08, 1, 4",
        "2024-05-29, 1, 5"
    })
    void a_rolling_window_counts_only_customers_for_whom_it_has_ended(String lastDay, long retained, long eligible) {
        CohortTable table = table(THIRTY_DAYS, Matching.on(), lastDay);

        assertThat(table.average(1)).isEqualTo(new Rate(retained, eligible));
    }

    @Test
    void a_rolling_window_that_ended_for_some_customers_counts_these_among_themselves() {
        CohortTable table = table(THIRTY_DAYS, Matching.on(), "2024-04-05");

        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).size()).isEqualTo(5);
        assertThat(table.rows().get(0).cells()).containsExactly(complete(3, 3), complete(0, 3), complete(1, 1));
    }

    @Test
    void rolling_windows_can_be_bracketed_and_unbounded() {
        CohortTable brackets = table(THIRTY_DAYS, Matching.brackets(0, 1, 3), "2024-04-05");
        CohortTable after = table(THIRTY_DAYS, Matching.onOrAfter(), "2024-04-05");

        assertThat(brackets.rows().get(0).cells()).containsExactly(complete(3, 3), complete(1, 1));
        assertThat(after.rows().get(0).cells()).containsExactly(complete(3, 3), complete(1, 3), complete(1, 1));
    }

    @Test
    void what_lies_behind_the_end_of_the_data_is_ignored() {
        CohortTable table = table(MONTHS, Matching.onOrAfter(), "2024-02-29");

        assertThat(table.rows()).hasSize(1);
        assertThat(cells(table, JANUARY)).containsExactly(complete(3, 3), complete(2, 3));
    }

    @Test
    void nobody_makes_an_empty_table() {
        ActivityDays nobody = ActivityDays.in(Facts.ZONE);
        CohortTable table = Cohorts.on(MONTHS).matching(Matching.on()).of(nobody, lastDay("2024-01-01"));

        assertThat(table.rows()).isEmpty();
        assertThat(table.columns()).isZero();
        assertThat(table.average(0).value()).isEmpty();
    }

    @Test
    void iso_weeks_run_over_the_turn_of_the_year() {
        ActivityDays newYear = Facts.activity("2024-12-29 2024-12-30 2025-01-05 2025-01-06");

        CohortTable table = Cohorts.on(CohortClock.calendar(CalendarUnit.ISO_WEEK))
                .matching(Matching.on())
                .of(newYear, lastDay("2025-01-06"));

        assertThat(table.rows().get(0).cohort()).hasToString("2024-W52");
        assertThat(table.rows().get(0).cells())
                .containsExactly(complete(1, 1), complete(1, 1), new CohortCell(1, 1, false));
    }

    @Test
    void choices_that_make_no_table_are_refused() {
        assertThatThrownBy(() -> CohortClock.rolling(0, CalendarUnit.MONTH))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("days");
        assertThatThrownBy(() -> Matching.brackets(3)).hasMessageContaining("bounds make no bracket");
        assertThatThrownBy(() -> Matching.brackets(-1, 3)).hasMessageContaining("below window 0");
        assertThatThrownBy(() -> Matching.brackets(1, 3, 3)).hasMessageContaining("do not rise");
        assertThatThrownBy(() -> new Matching(Matching.Kind.ON, List.of(1))).hasMessageContaining("without brackets");
        assertThatThrownBy(() -> new CohortCell(2, 1, true)).hasMessageContaining("retained");
        CohortTable table = table(MONTHS, Matching.on(), "2024-04-30");
        assertThatThrownBy(() -> table.average(-1)).hasMessageContaining("column");
        assertThatThrownBy(() -> table.heading(4)).hasMessageContaining("column");
    }

    @Test
    void a_clock_says_what_it_is() {
        assertThat(MONTHS).hasToString("calendar MONTH").isNotEqualTo(THIRTY_DAYS);
        assertThat(MONTHS.rollingDays()).isEmpty();
        assertThat(THIRTY_DAYS).hasToString("rolling 30 days, cohorts by QUARTER");
        assertThat(THIRTY_DAYS.rollingDays()).hasValue(30);
        assertThat(THIRTY_DAYS)
                .isEqualTo(CohortClock.rolling(30, CalendarUnit.QUARTER))
                .hasSameHashCodeAs(CohortClock.rolling(30, CalendarUnit.QUARTER));
    }

    private static CohortTable table(CohortClock clock, Matching matching, String lastDay) {
        return Cohorts.on(clock).matching(matching).of(PURCHASES, lastDay(lastDay));
    }

    private static DataEnd lastDay(String day) {
        return DataEnd.lastDay(LocalDate.parse(day));
    }

    private static List<CohortCell> cells(CohortTable table, CalendarPeriod cohort) {
        return table.row(cohort).orElseThrow().cells();
    }

    private static CohortCell complete(long retained, long eligible) {
        return new CohortCell(retained, eligible, true);
    }
}
