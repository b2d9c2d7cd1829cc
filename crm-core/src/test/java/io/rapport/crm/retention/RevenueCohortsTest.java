package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.retention.Sales.Sale;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RevenueCohortsTest {

    private static final CohortClock MONTHS = CohortClock.calendar(CalendarUnit.MONTH);
    private static final CalendarPeriod JANUARY = CalendarPeriod.month(YearMonth.of(2024, 1));

    private static final RevenueDays SALES = Sales.revenue(
            "2024-01-05=100 2024-01-06=10 2024-02-01=20 2024-04-02=7",
            "2024-01-31=50 2024-02-01=5",
            "2024-01-31=0",
            "2024-03-10=1000 2024-04-30=40");

    @Test
    void a_cell_holds_what_the_cohort_spent_in_the_window() {
        RevenueCohortTable table = table(MONTHS, Matching.on(), "2024-04-30");

        assertThat(table.row(JANUARY).orElseThrow().cells())
                .extracting(RevenueCell::revenueMinor)
                .containsExactly(160L, 25L, 0L, 7L);
        assertThat(table.row(JANUARY).orElseThrow().size()).isEqualTo(3);
        assertThat(table.row(JANUARY).orElseThrow().cell(0).orElseThrow().customers())
                .isEqualTo(new CohortCell(3, 3, true));
    }

    @Test
    void on_or_after_holds_what_was_spent_from_then_on() {
        assertThat(table(MONTHS, Matching.onOrAfter(), "2024-04-30")
                        .row(JANUARY)
                        .orElseThrow()
                        .cells())
                .extracting(RevenueCell::revenueMinor)
                .containsExactly(192L, 32L, 7L, 7L);
    }

    @Test
    void averages_are_per_customer_over_complete_cells() {
        RevenueCohortTable running = table(MONTHS, Matching.on(), "2024-04-29");
        RevenueCohortTable ended = table(MONTHS, Matching.on(), "2024-04-30");

        assertThat(running.average(1)).isEqualTo(new Ratio(25, 3));
        assertThat(ended.average(1)).isEqualTo(new Ratio(65, 4));
        assertThat(ended.average(9).value()).isEmpty();
        assertThat(ended.columns()).isEqualTo(4);
    }

    @Property(tries = 200)
    void rolling_cells_hold_what_eligible_customers_spent_in_their_own_windows(@ForAll("sales") List<Sale> sales) {
        LocalDate end = LocalDate.of(2024, 9, 1);
        RevenueCohortTable table = Cohorts.on(CohortClock.rolling(30, CalendarUnit.QUARTER))
                .matching(Matching.on())
                .of(Sales.revenue(sales), DataEnd.before(end));

        Map<Integer, LocalDate> first = sales.stream()
                .collect(
                        Collectors.toMap(Sale::customer, Sale::day, (one, other) -> one.isBefore(other) ? one : other));
        for (int column = 0; column < table.columns(); column++) {
            int window = column;
            long expected = sales.stream()
                    .filter(sale -> {
                        LocalDate start = first.get(sale.customer()).plusDays(30L * window);
                        LocalDate stop = start.plusDays(30);
                        return !stop.isAfter(end)
                                && !sale.day().isBefore(start)
                                && sale.day().isBefore(stop);
                    })
                    .mapToLong(Sale::cents)
                    .sum();
            assertThat(table.average(column).numerator()).isEqualTo(expected);
        }
    }

    @Test
    void nobody_makes_an_empty_table() {
        RevenueCohortTable table =
                Cohorts.on(MONTHS).matching(Matching.on()).of(Sales.none(), DataEnd.before(LocalDate.of(2024, 1, 1)));

        assertThat(table.rows()).isEmpty();
        assertThat(table.average(0).value()).isEmpty();
    }

    @Property(tries = 100)
    void tables_of_shards_with_whole_customers_merge_in_any_tree_into_that_of_one_pass(
            @ForAll("sales") List<Sale> sales, @ForAll("shards") int shards, @ForAll long seed) {
        RevenueDays once = Sales.scattered(sales);
        DataEnd end = DataEnd.before(LocalDate.of(2024, 9, 1));
        for (CohortClock clock : List.of(MONTHS, CohortClock.rolling(30, CalendarUnit.QUARTER))) {
            for (Matching matching : List.of(Matching.on(), Matching.onOrAfter(), Matching.brackets(1, 3, 6))) {
                Cohorts cohorts = Cohorts.on(clock).matching(matching);
                assertThat(merged(once.split(shards), cohorts, end, seed)).isEqualTo(cohorts.of(once, end));
            }
        }
    }

    private static RevenueCohortTable merged(List<RevenueDays> parts, Cohorts cohorts, DataEnd end, long seed) {
        Random random = new Random(seed);
        List<RevenueCohortTable> tables = new ArrayList<>(
                parts.stream().map(part -> cohorts.of(part, end)).toList());
        while (tables.size() > 1) {
            RevenueCohortTable table = tables.remove(random.nextInt(tables.size()));
            int into = random.nextInt(tables.size());
            tables.set(into, tables.get(into).merge(table));
        }
        return tables.get(0);
    }

    @Test
    void one_customer_in_two_shards_must_be_merged_before_the_table_is_made() {
        RevenueDays early = Sales.revenue("2024-01-05=100");
        RevenueDays late = Sales.revenue("2024-02-01=20");
        Cohorts cohorts = Cohorts.on(MONTHS).matching(Matching.on());
        DataEnd end = DataEnd.lastDay(LocalDate.of(2024, 2, 29));

        RevenueCohortTable apart = cohorts.of(early, end).merge(cohorts.of(late, end));
        RevenueCohortTable together = cohorts.of(early.merge(late), end);

        assertThat(apart.rows()).extracting(RevenueCohortRow::size).containsExactly(1L, 1L);
        assertThat(together.rows()).extracting(RevenueCohortRow::size).containsExactly(1L);
    }

    @Test
    void tables_of_other_rules_currencies_or_ends_are_not_merged() {
        RevenueCohortTable table = table(MONTHS, Matching.on(), "2024-04-30");
        RevenueDays dollars = RevenueDays.in(Facts.ZONE, CurrencyUnit.USD);

        assertThatThrownBy(() -> table.merge(table(MONTHS, Matching.onOrAfter(), "2024-04-30")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("merge tables of one kind");
        assertThatThrownBy(() -> table.merge(table(MONTHS, Matching.on(), "2024-04-29")))
                .hasMessageContaining("merge tables of one end");
        assertThatThrownBy(() -> table.merge(table.cohorts().of(dollars, table.dataEnd())))
                .hasMessageContaining("is in USD");
    }

    private static RevenueCohortTable table(CohortClock clock, Matching matching, String lastDay) {
        return Cohorts.on(clock).matching(matching).of(SALES, DataEnd.lastDay(LocalDate.parse(lastDay)));
    }

    @Provide
    Arbitrary<Integer> shards() {
        return Arbitraries.of(1, 2, 7, 64);
    }

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Sales.lists();
    }
}
