package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.retention.Sales.Sale;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RevenueMovementTest {

    private static final CalendarPeriod MARCH = CalendarPeriod.month(YearMonth.of(2024, 3));

    private static final RevenueDays ALL_KINDS = Sales.revenue(
            "2024-02-01=1000 2024-02-29=500 2024-03-31=2500", // expands by 1000
            "2024-02-10=2000 2024-03-01=500", // contracts by 1500
            "2024-02-10=700 2024-04-01=700", // churns
            "2024-01-31=300 2024-03-15=400", // is reactivated
            "2024-03-02=800", // is new
            "2024-02-20=0 2024-03-20=90", // had no revenue before: new
            "2024-02-05=600 2024-03-05=600"); // the same

    @Test
    void revenue_expands_contracts_and_churns_among_the_customers_of_the_period_before() {
        RevenueMovement march = RevenueMovement.of(ALL_KINDS, MARCH);

        assertThat(march).isEqualTo(new RevenueMovement(MARCH, CurrencyUnit.EUR, 4, 4800, 1000, 1500, 700, 890, 400));
        assertThat(march.end()).isEqualTo(3600);
        assertThat(march.total()).isEqualTo(4890);
        assertThat(march.netRevenueRetention()).isEqualTo(new Ratio(3600, 4800));
        assertThat(march.grossRevenueRetention()).isEqualTo(new Ratio(2600, 4800));
        assertThat(march.netRevenueRetention().value()).hasValue(0.75);
    }

    @Test
    void net_retention_can_exceed_1_and_gross_cannot() {
        RevenueMovement grown = RevenueMovement.of(Sales.revenue("2024-02-01=100 2024-03-01=250"), MARCH);

        assertThat(grown.netRevenueRetention().value()).hasValue(2.5);
        assertThat(grown.grossRevenueRetention().value()).hasValue(1.0);
    }

    @Test
    void retention_of_no_revenue_is_undefined() {
        RevenueMovement fresh = RevenueMovement.of(Sales.revenue("2024-03-01=100"), MARCH);
        RevenueMovement nobody = RevenueMovement.of(Sales.none(), MARCH);

        assertThat(fresh.netRevenueRetention().value()).isEmpty();
        assertThat(fresh.grossRevenueRetention().value()).isEmpty();
        assertThat(nobody.netRevenueRetention().explain()).startsWith("undefined");
        assertThat(nobody.total()).isZero();
    }

    @Test
    void the_movement_explains_itself() {
        assertThat(RevenueMovement.of(ALL_KINDS, MARCH).explain())
                .isEqualTo("Net revenue retention of 2024-03 is 75.0 % (3600 of 4800), gross 54.2 % (2600 of 4800): 4"
                        + " customers had spent 4800 minor units of EUR in 2024-02; +1000 by expansion, -1500 by"
                        + " contraction, -700 by churn make 3600; new customers add 890, reactivated ones 400.");
    }

    @Property(tries = 300)
    void start_plus_expansion_less_contraction_less_churned_is_what_the_base_spends_now(
            @ForAll("sales") List<Sale> sales, @ForAll("periods") CalendarPeriod period) {
        RevenueMovement movement = RevenueMovement.of(Sales.revenue(sales), period);

        Map<Integer, Long> then = spent(sales, period.previous());
        Map<Integer, Long> now = spent(sales, period);
        long base = then.keySet().stream()
                .mapToLong(customer -> now.getOrDefault(customer, 0L))
                .sum();
        assertThat(movement.start() + movement.expansion() - movement.contraction() - movement.churned())
                .isEqualTo(movement.end())
                .isEqualTo(base);
        assertThat(movement.grossRevenueRetention().numerator())
                .isEqualTo(then.entrySet().stream()
                        .mapToLong(entry -> Math.min(entry.getValue(), now.getOrDefault(entry.getKey(), 0L)))
                        .sum());
        assertThat(movement.start()).isEqualTo(sum(then));
        assertThat(movement.total()).isEqualTo(sum(now));
        assertThat(movement.baseCustomers()).isEqualTo(then.size());
    }

    private static Map<Integer, Long> spent(List<Sale> sales, CalendarPeriod period) {
        Map<Integer, Long> sums = sales.stream()
                .filter(sale -> period.contains(sale.day()))
                .collect(Collectors.groupingBy(Sale::customer, Collectors.summingLong(Sale::cents)));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static long sum(Map<Integer, Long> sums) {
        return sums.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void sums_below_0_and_losses_beyond_the_start_are_refused() {
        assertThatThrownBy(() -> new RevenueMovement(MARCH, CurrencyUnit.EUR, 1, 10, -1, 0, 0, 0, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expansion is below 0");
        assertThatThrownBy(() -> new RevenueMovement(MARCH, CurrencyUnit.EUR, 1, 10, 0, 6, 5, 0, 0))
                .hasMessageContaining("start");
        assertThatThrownBy(() -> new Ratio(-1, 1)).hasMessageContaining("numerator");
    }

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Sales.lists();
    }

    @Provide
    Arbitrary<CalendarPeriod> periods() {
        return Arbitraries.of(
                MARCH,
                CalendarPeriod.quarter(2024, 1),
                CalendarPeriod.quarter(2024, 4),
                CalendarPeriod.isoWeek(2024, 9));
    }
}
