package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.retention.Sales.Sale;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RevenueDaysTest {

    private static final DataEnd END = DataEnd.lastDay(LocalDate.of(2024, 12, 10));
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    @Test
    void sums_of_one_day_are_one_sum() {
        RevenueDays revenue = Sales.none();
        revenue.add(Sales.customer(1), NOON, Money.of(CurrencyUnit.EUR, 12.5));
        revenue.add(Sales.customer(1), NOON.plusSeconds(60), 250, CurrencyUnit.EUR);
        revenue.addDay(1L, (int) LocalDate.of(2024, 2, 29).toEpochDay(), 0);

        boolean known = revenue.find(Sales.customer(1), days -> {
            assertThat(days.size()).isEqualTo(2);
            assertThat(days.orders()).isEqualTo(3);
            assertThat(days.amountMinor(0)).isZero();
            assertThat(days.amountMinor(1)).isEqualTo(1500);
            assertThat(days.customer()).isEqualTo(Sales.customer(1));
        });
        assertThat(known).isTrue();
        assertThat(revenue.find(Sales.customer(2), days -> {})).isFalse();
        assertThat(revenue.totalMinor()).isEqualTo(1500);
    }

    @Test
    void another_currency_is_refused_by_row_and_adding_goes_on() {
        RevenueDays revenue = Sales.none();
        revenue.add(Sales.customer(1), NOON, 100, CurrencyUnit.EUR);

        assertThatThrownBy(() -> revenue.add(Sales.customer(1), NOON, 100, CurrencyUnit.USD))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("row 2 is in USD, not EUR");
        revenue.add(Sales.customer(1), NOON, 100, CurrencyUnit.EUR);
        assertThatThrownBy(() -> revenue.add(Sales.customer(1), NOON, -1, CurrencyUnit.EUR))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("row 4 has an amount below 0")
                .hasMessageNotContaining("-1");
        assertThatThrownBy(() -> revenue.addDay(7L, 19_000, -5)).hasMessageContaining("row 5");
        assertThat(revenue.totalMinor()).isEqualTo(200);
    }

    @Test
    void a_day_whose_sum_is_too_large_is_refused_when_it_is_looked_at() {
        RevenueDays revenue = Sales.revenue("2024-01-01=9223372036854775807 2024-01-02=1");
        assertThat(revenue.customers()).isEqualTo(1);
        RevenueDays other = Sales.revenue("2024-01-01=1");

        assertThatThrownBy(() -> revenue.merge(other).customers())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("amountMinor makes a day's sum overflow");
        RevenueDays twice = Sales.revenue("2024-01-01=9223372036854775807 2024-01-01=1");
        assertThatThrownBy(twice::customers)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("overflow");
    }

    @Test
    void parts_of_other_zones_or_currencies_are_not_merged() {
        RevenueDays dollars = RevenueDays.in(Facts.ZONE, CurrencyUnit.USD);
        RevenueDays utc = RevenueDays.in(ZoneId.of("UTC"), CurrencyUnit.EUR);

        assertThatThrownBy(() -> Sales.none().merge(dollars)).hasMessageContaining("is in USD, not EUR");
        assertThatThrownBy(() -> Sales.none().merge(utc)).hasMessageContaining("zone UTC");
    }

    @Property(tries = 200)
    void sales_split_over_shards_and_merged_in_any_tree_give_the_same(
            @ForAll("sales") List<Sale> sales, @ForAll("shards") int shards, @ForAll long seed) {
        RevenueDays once = Sales.revenue(sales);

        RevenueDays merged = Shards.merged(sales, shards, seed, Sales::none, Sales::add, RevenueDays::merge);

        assertThat(merged).isEqualTo(once).hasSameHashCodeAs(once);
        assertThat(merged.activity()).isEqualTo(once.activity());
        CalendarPeriod quarter = CalendarPeriod.quarter(2024, 2);
        assertThat(RevenueMovement.of(merged, quarter)).isEqualTo(RevenueMovement.of(once, quarter));
        LocalDate summer = LocalDate.of(2024, 6, 30);
        assertThat(InactivityChurn.of(merged.activity(), summer, 30))
                .isEqualTo(InactivityChurn.of(once.activity(), summer, 30));
        for (Matching matching : List.of(Matching.on(), Matching.onOrAfter(), Matching.brackets(0, 1, 4))) {
            Cohorts cohorts =
                    Cohorts.on(CohortClock.rolling(30, CalendarUnit.QUARTER)).matching(matching);
            assertThat(cohorts.of(merged, END)).isEqualTo(cohorts.of(once, END));
        }
    }

    @Property(tries = 100)
    void shares_hold_every_customer_once_with_all_days_and_amounts(
            @ForAll("sales") List<Sale> sales, @ForAll @IntRange(min = 1, max = 256) int shares) {
        RevenueDays all = Sales.scattered(sales);

        List<RevenueDays> split = all.split(shares);

        assertThat(split).hasSize(shares);
        List<UUID> shown = new ArrayList<>();
        split.forEach(share -> shown.addAll(share.customerIds()));
        assertThat(shown).doesNotHaveDuplicates().hasSameElementsAs(all.customerIds());
        assertThat(split.stream().mapToLong(RevenueDays::totalMinor).sum()).isEqualTo(all.totalMinor());
        assertThat(split).allSatisfy(share -> {
            assertThat(share.zone()).isEqualTo(all.zone());
            assertThat(share.currency()).isEqualTo(all.currency());
        });
        assertThat(split.stream().reduce(Sales.none(), RevenueDays::merge)).isEqualTo(all);
    }

    @Test
    void what_is_added_later_does_not_show_in_the_shares() {
        List<Sale> sales = IntStream.range(0, 40)
                .mapToObj(customer -> new Sale(customer, Sales.FIRST_DAY.plusDays(customer), 100))
                .toList();
        RevenueDays revenue = Sales.scattered(sales);

        List<RevenueDays> split = revenue.split(3);
        revenue.addDay(Facts.customer(257), LocalDate.of(2024, 2, 1), 7, CurrencyUnit.EUR);

        assertThat(split).allSatisfy(share -> assertThat(share.customers()).isPositive());
        assertThat(split.stream().reduce(Sales.none(), RevenueDays::merge)).isEqualTo(Sales.scattered(sales));
        assertThatThrownBy(() -> revenue.split(0)).hasMessageContaining("shares");
        assertThatThrownBy(() -> revenue.split(257)).hasMessageContaining("shares");
    }

    @Property(tries = 50)
    void an_accumulator_survives_serialization_and_takes_more(@ForAll("sales") List<Sale> sales) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Sales.revenue(sales));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            RevenueDays read = (RevenueDays) in.readObject();
            sales.forEach(sale -> Sales.add(read, sale));
            assertThat(read).isEqualTo(Sales.revenue(sales).merge(Sales.revenue(sales)));
        }
    }

    /** Enough rows that they are sorted in while more are being added, and more customers than a table starts with. */
    @Test
    void very_many_rows_add_up_as_a_map_does() {
        SplittableRandom random = new SplittableRandom(7);
        RevenueDays revenue = Sales.none();
        TreeMap<UUID, TreeMap<Integer, Long>> map = new TreeMap<>();
        for (int i = 0; i < 400_000; i++) {
            boolean busy = i % 2 == 0;
            UUID customer = busy ? new UUID(1, 1) : new UUID(random.nextInt(3), random.nextInt(4_000));
            int day = 19_000 + random.nextInt(busy ? 5_000 : 60);
            long cents = random.nextInt(1_000);
            revenue.addDay(customer, day, cents);
            map.computeIfAbsent(customer, absent -> new TreeMap<>()).merge(day, cents, Long::sum);
        }

        assertThat(revenue.customers()).isEqualTo(map.size());
        assertThat(revenue.customerIds()).containsExactlyInAnyOrderElementsOf(map.keySet());
        revenue.forEach(days -> {
            TreeMap<Integer, Long> expected = map.get(days.customer());
            TreeMap<Integer, Long> found = new TreeMap<>();
            for (int i = 0; i < days.size(); i++) {
                found.put(days.day(i), days.amountMinor(i));
            }
            assertThat(found).isEqualTo(expected);
            assertThat(days.size()).isEqualTo(found.size());
        });
        assertThat(revenue.activity().orders()).isEqualTo(400_000);
    }

    @Test
    void customers_by_number_are_customers_by_id() {
        ActivityDays byNumber = ActivityDays.in(Facts.ZONE);
        byNumber.addDay(5L, 19_000);
        ActivityDays byId = ActivityDays.in(Facts.ZONE);
        byId.addDay(new UUID(0, 5), LocalDate.ofEpochDay(19_000));

        assertThat(byNumber).isEqualTo(byId);
        assertThat(byNumber.customerIds()).containsExactly(new UUID(0, 5));
        assertThat(byNumber.customerIds().contains(new UUID(0, 6))).isFalse();
        assertThatThrownBy(() -> byNumber.addDay(5L, Integer.MAX_VALUE))
                .hasMessageContaining("epochDay is out of range");
    }

    @Test
    void logs_never_see_a_customer() {
        assertThat(Sales.revenue("2024-01-01=5"))
                .hasToString("RevenueDays[zone=Europe/Madrid, currency=EUR, customers=1]");
    }

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Sales.lists();
    }

    @Provide
    Arbitrary<Integer> shards() {
        return Arbitraries.of(1, 2, 7, 64);
    }
}
