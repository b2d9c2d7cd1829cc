package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.retention.Facts.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Counts every cell anew, straight from the definition, one customer and one day at a time. */
class CohortDefinitionTest {

    @Property(tries = 600)
    void every_cell_is_what_the_definition_says(
            @ForAll("facts") List<Fact> facts,
            @ForAll("clocks") CohortClock clock,
            @ForAll("matchings") Matching matching,
            @ForAll @IntRange(max = 440) int observedDays,
            @ForAll boolean isSorted) {
        DataEnd end = DataEnd.before(LocalDate.of(2023, 11, 1).plusDays(observedDays));
        List<TreeSet<LocalDate>> customers = observed(facts, end);

        ActivityDays activity = Facts.activity(facts);
        if (isSorted) {
            activity.customers();
        }

        CohortTable table = Cohorts.on(clock).matching(matching).of(activity, end);

        assertThat(table.rows().stream().mapToLong(CohortRow::size).sum()).isEqualTo(customers.size());
        for (CohortRow row : table.rows()) {
            List<TreeSet<LocalDate>> cohort = customers.stream()
                    .filter(days -> row.cohort().contains(days.first()))
                    .toList();
            assertThat(row.size()).isEqualTo(cohort.size());
            assertThat(row.cells()).isEqualTo(cells(cohort, clock, matching, end.firstUnobservedDay()));
        }
    }

    private static List<TreeSet<LocalDate>> observed(List<Fact> facts, DataEnd end) {
        Map<Integer, TreeSet<LocalDate>> byCustomer = facts.stream()
                .filter(fact -> fact.day().isBefore(end.firstUnobservedDay()))
                .collect(Collectors.groupingBy(
                        Fact::customer, Collectors.mapping(Fact::day, Collectors.toCollection(TreeSet::new))));
        return List.copyOf(byCustomer.values());
    }

    private static List<CohortCell> cells(
            List<TreeSet<LocalDate>> cohort, CohortClock clock, Matching matching, LocalDate end) {
        int columns =
                matching.kind() == Matching.Kind.BRACKET ? matching.bounds().size() - 1 : 500;
        return IntStream.range(0, columns)
                .mapToObj(column -> clock.rollingDays().isPresent()
                        ? rollingCell(cohort, clock, matching, column, end)
                        : calendarCell(cohort, clock, matching, column, end))
                .takeWhile(cell -> cell.eligible() > 0)
                .toList();
    }

    /** No eligible customer stands for a column that has not begun. */
    private static CohortCell calendarCell(
            List<TreeSet<LocalDate>> cohort, CohortClock clock, Matching matching, int column, LocalDate end) {
        LocalDate first = cohort.get(0).first();
        if (!start(clock, first, from(matching, column)).isBefore(end)) {
            return new CohortCell(0, 0, false);
        }
        long retained = cohort.stream()
                .filter(days -> retained(days, clock, matching, column))
                .count();
        boolean complete = !start(clock, first, to(matching, column)).isAfter(end);
        return new CohortCell(retained, cohort.size(), complete);
    }

    private static CohortCell rollingCell(
            List<TreeSet<LocalDate>> cohort, CohortClock clock, Matching matching, int column, LocalDate end) {
        List<TreeSet<LocalDate>> eligible = cohort.stream()
                .filter(days ->
                        !start(clock, days.first(), to(matching, column)).isAfter(end))
                .toList();
        long retained = eligible.stream()
                .filter(days -> retained(days, clock, matching, column))
                .count();
        return new CohortCell(retained, eligible.size(), true);
    }

    private static boolean retained(TreeSet<LocalDate> days, CohortClock clock, Matching matching, int column) {
        LocalDate start = start(clock, days.first(), from(matching, column));
        LocalDate end = start(clock, days.first(), to(matching, column));
        boolean unbounded = matching.kind() == Matching.Kind.ON_OR_AFTER;
        return days.stream().anyMatch(day -> !day.isBefore(start) && (unbounded || day.isBefore(end)));
    }

    private static int from(Matching matching, int column) {
        return matching.kind() == Matching.Kind.BRACKET ? matching.bounds().get(column) : column;
    }

    private static int to(Matching matching, int column) {
        return matching.kind() == Matching.Kind.BRACKET ? matching.bounds().get(column + 1) : column + 1;
    }

    private static LocalDate start(CohortClock clock, LocalDate first, int window) {
        if (clock.rollingDays().isPresent()) {
            return first.plusDays((long) window * clock.rollingDays().getAsInt());
        }
        CalendarPeriod cohort = clock.cohorts().containing(first);
        return switch (clock.cohorts()) {
            case ISO_WEEK -> cohort.start().plusWeeks(window);
            case MONTH -> cohort.start().plusMonths(window);
            case QUARTER -> cohort.start().plusMonths(3L * window);
            case YEAR -> cohort.start().plusYears(window);
        };
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Facts.lists();
    }

    @Provide
    Arbitrary<CohortClock> clocks() {
        return Arbitraries.oneOf(
                Arbitraries.of(CalendarUnit.class).map(CohortClock::calendar),
                Arbitraries.integers().between(1, 60).map(days -> CohortClock.rolling(days, CalendarUnit.MONTH)));
    }

    @Provide
    Arbitrary<Matching> matchings() {
        return Arbitraries.of(
                Matching.on(),
                Matching.onOrAfter(),
                Matching.brackets(0, 1, 4, 8),
                Matching.brackets(1, 2, 3),
                Matching.brackets(2, 7));
    }
}
