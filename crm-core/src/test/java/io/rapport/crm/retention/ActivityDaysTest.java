package io.rapport.crm.retention;

import static io.rapport.crm.retention.Facts.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.retention.Facts.Fact;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityDaysTest {

    private static final DataEnd END = DataEnd.lastDay(LocalDate.of(2024, 12, 10));

    @ParameterizedTest
    @CsvSource({
        "2024-07-01T21:59:59.999Z, Europe/Madrid, 2024-07-01",
        "2024-07-01T22:00:00Z, Europe/Madrid, 2024-07-02",
        "2024-01-01T22:30:00Z, Europe/Madrid, 2024-01-01",
        "2024-01-01T22:30:00Z, Asia/Kathmandu, 2024-01-02",
        "2024-01-01T04:59:59Z, America/New_York, 2023-12-31",
        "1969-12-31T23:59:59Z, UTC, 1969-12-31",
        "2011-12-30T09:59:59Z, Pacific/Apia, 2011-12-29",
        "2011-12-30T10:00:00Z, Pacific/Apia, 2011-12-31"
    })
    void an_instant_counts_on_its_local_day(Instant at, ZoneId zone, LocalDate day) {
        ActivityDays activity = ActivityDays.in(zone);

        activity.add(customer(1), at);

        assertThat(activity.days(customer(1))).containsExactly(day);
        assertThat(activity.zone()).isEqualTo(zone);
    }

    @Test
    void two_orders_on_one_day_are_one_day_and_two_orders() {
        ActivityDays activity = Stream.of("2024-07-01T08:00:00Z", "2024-07-01T19:00:00Z", "2024-06-30T19:00:00Z")
                .map(at -> new Activity(customer(1), Instant.parse(at)))
                .collect(ActivityDays.collector(Facts.ZONE));

        assertThat(activity.days(customer(1))).containsExactly(LocalDate.of(2024, 6, 30), LocalDate.of(2024, 7, 1));
        assertThat(activity.orders()).isEqualTo(3);
        assertThat(activity.customers()).isEqualTo(1);
    }

    @Test
    void an_unknown_customer_has_no_days() {
        assertThat(Facts.activity("2024-01-01").days(customer(99))).isEmpty();
    }

    @Property(tries = 300)
    void facts_split_over_shards_and_merged_in_any_tree_give_the_same(
            @ForAll("facts") List<Fact> facts, @ForAll("shards") int shards, @ForAll long seed) {
        ActivityDays once = Facts.activity(facts);

        ActivityDays merged = Facts.merged(facts, shards, seed);

        assertThat(merged).isEqualTo(once).hasSameHashCodeAs(once);
        assertThat(merged.orders()).isEqualTo(facts.size());
        assertThat(RepeatRate.byDays(merged)).isEqualTo(RepeatRate.byDays(once));
        assertThat(RepeatRate.byOrders(merged)).isEqualTo(RepeatRate.byOrders(once));
        assertThat(RepeatRate.within(30, merged, END)).isEqualTo(RepeatRate.within(30, once, END));
        CalendarPeriod quarter = CalendarPeriod.quarter(2024, 2);
        assertThat(LifeCycle.of(merged, quarter)).isEqualTo(LifeCycle.of(once, quarter));
        for (Cohorts cohorts : everyKind()) {
            assertThat(cohorts.of(merged, END)).isEqualTo(cohorts.of(once, END));
        }
    }

    @Property(tries = 100)
    void shares_hold_each_customer_once_and_their_tables_add_up(
            @ForAll("facts") List<Fact> facts, @ForAll @IntRange(min = 1, max = 256) int shares) {
        ActivityDays all = Facts.activity(facts);
        ActivityDays looked = Facts.activity(facts);
        assertThat(looked.customers()).isEqualTo(all.split(1).get(0).customers());

        for (ActivityDays activity : List.of(all, looked)) {
            List<ActivityDays> split = activity.split(shares);
            facts.forEach(fact -> activity.addDay(customer(fact.customer()), fact.day()));

            assertThat(split).hasSize(shares);
            assertThat(split.stream().mapToInt(ActivityDays::customers).sum())
                    .isEqualTo(Facts.activity(facts).customers());
            for (Cohorts cohorts : everyKind()) {
                assertThat(split.stream().map(share -> cohorts.of(share, END)).reduce(CohortTable::merge))
                        .contains(cohorts.of(Facts.activity(facts), END));
            }
            assertThat(split.stream().reduce(ActivityDays.in(Facts.ZONE), ActivityDays::merge))
                    .isEqualTo(Facts.activity(facts));
        }
    }

    @Test
    void there_are_at_most_256_shares() {
        assertThatThrownBy(() -> Facts.activity("2024-01-01").split(257)).hasMessageContaining("shares");
        assertThatThrownBy(() -> Facts.activity("2024-01-01").split(0)).hasMessageContaining("shares");
    }

    /** Rows are sorted in while more are being added, by numbers and by ids, and merged when many wait. */
    @Test
    void it_does_not_matter_when_rows_are_sorted_in() {
        SplittableRandom random = new SplittableRandom(3);
        ActivityDays late = ActivityDays.in(Facts.ZONE);
        ActivityDays soon = new ActivityDays(Facts.ZONE, new DayTable(false, 1_000));
        for (int i = 0; i < 300_000; i++) {
            int number = random.nextInt(200_000);
            UUID customer = i % 3 == 0 ? customer(number) : new UUID(0, number);
            int day = 19_000 + random.nextInt(700);
            late.addDay(customer, day);
            soon.addDay(customer, day);
        }

        assertThat(soon.merge(soon)).isEqualTo(late.merge(late));
        assertThat(soon.orders()).isEqualTo(600_000);
    }

    private static List<Cohorts> everyKind() {
        return Stream.of(CohortClock.calendar(CalendarUnit.MONTH), CohortClock.rolling(30, CalendarUnit.QUARTER))
                .flatMap(clock -> Stream.of(Matching.on(), Matching.onOrAfter(), Matching.brackets(0, 1, 4))
                        .map(matching -> Cohorts.on(clock).matching(matching)))
                .toList();
    }

    @Property(tries = 100)
    void merging_leaves_the_other_as_it_is_also_when_facts_follow(@ForAll("facts") List<Fact> facts) {
        ActivityDays other = Facts.activity(facts);
        ActivityDays merged = ActivityDays.in(Facts.ZONE).merge(other);

        facts.forEach(
                fact -> merged.addDay(customer(fact.customer()), fact.day().plusDays(1)));

        assertThat(other).isEqualTo(Facts.activity(facts));
    }

    @Property(tries = 100)
    void an_accumulator_survives_serialization(@ForAll("facts") List<Fact> facts) throws Exception {
        ActivityDays activity = Facts.activity(facts);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(activity);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(activity);
        }
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Facts.lists();
    }

    @Provide
    Arbitrary<Integer> shards() {
        return Arbitraries.of(1, 2, 7, 64);
    }

    @Test
    void accumulators_with_other_days_orders_or_zones_differ() {
        ActivityDays activity = Facts.activity("2024-01-01");

        assertThat(activity).isNotEqualTo(Facts.activity("2024-01-02"));
        assertThat(activity).isNotEqualTo(Facts.activity("2024-01-01 2024-01-01"));
        assertThat(ActivityDays.in(ZoneId.of("UTC"))).isNotEqualTo(ActivityDays.in(Facts.ZONE));
    }

    @Test
    void parts_of_different_zones_are_not_merged() {
        assertThatThrownBy(() -> ActivityDays.in(Facts.ZONE).merge(ActivityDays.in(ZoneId.of("UTC"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("UTC")
                .hasMessageContaining("Europe/Madrid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00Z", "0000-12-31T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void a_time_outside_the_years_1_to_9999_is_refused(String at) {
        Instant instant = at.startsWith("-") ? Instant.MIN : Instant.parse(at);
        assertThatThrownBy(() -> ActivityDays.in(Facts.ZONE).add(customer(1), instant))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at is out of range");
    }

    @Test
    void logs_never_see_a_customer() {
        assertThat(Facts.activity("2024-01-01")).hasToString("ActivityDays[zone=Europe/Madrid, customers=1]");
    }
}
