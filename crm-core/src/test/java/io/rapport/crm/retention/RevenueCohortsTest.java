package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.retention.Sales.Sale;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    private static RevenueCohortTable table(CohortClock clock, Matching matching, String lastDay) {
        return Cohorts.on(clock).matching(matching).of(SALES, DataEnd.lastDay(LocalDate.parse(lastDay)));
    }

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Sales.lists();
    }
}
