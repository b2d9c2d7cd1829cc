package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.retention.Facts.Fact;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

    private static final CalendarPeriod MARCH = CalendarPeriod.month(YearMonth.of(2024, 3));

    private static final ActivityDays ALL_KINDS = Facts.activity(
            "2024-01-10 2024-02-01 2024-03-31", // retained
            "2024-02-29 2024-03-01", // retained
            "2024-02-29 2024-04-01", // lost
            "2024-01-31 2024-03-15", // reactivated
            "2024-03-01 2024-03-02", // new
            "2024-01-31", // neither before nor now
            "2024-04-01"); // not yet

    @Test
    void customers_are_retained_new_reactivated_or_lost() {
        LifeCycle march = LifeCycle.of(ALL_KINDS, MARCH);

        assertThat(march).isEqualTo(new LifeCycle(MARCH, 2, 1, 1, 1));
        assertThat(march.start()).isEqualTo(3);
        assertThat(march.end()).isEqualTo(4);
    }

    @Test
    void a_reactivated_customer_was_not_retained() {
        LifeCycle march = LifeCycle.of(ALL_KINDS, MARCH);

        assertThat(march.retention()).isEqualTo(new Rate(2, 3));
        assertThat(march.churn()).isEqualTo(new Rate(1, 3));
        assertThat(march.end() - march.newCustomers())
                .as("the shortcut's numerator")
                .isEqualTo(3);
    }

    @Test
    void retention_of_nobody_is_undefined() {
        LifeCycle first = LifeCycle.of(Facts.activity("2024-03-01"), MARCH);

        assertThat(first.retention()).isEqualTo(new Rate(0, 0));
        assertThat(first.retention().value()).isEmpty();
        assertThat(first.churn().value()).isEmpty();
        assertThat(first.retention().explain()).startsWith("undefined");
    }

    @Test
    void the_life_cycle_explains_itself() {
        assertThat(LifeCycle.of(ALL_KINDS, MARCH).explain())
                .isEqualTo("Retention of 2024-03 is 66.7 % (2 of 3): 2024-02 had 3 customers, of whom 2 came back and"
                        + " 1 did not; 1 new and 1 reactivated customers make 4.");
    }

    @Property(tries = 500)
    void what_starts_is_retained_or_lost_and_what_ends_is_retained_new_or_reactivated(
            @ForAll("facts") List<Fact> facts, @ForAll("periods") CalendarPeriod period) {
        LifeCycle cycle = LifeCycle.of(Facts.activity(facts), period);

        assertThat(cycle.start()).isEqualTo(activeIn(facts, period.previous()));
        assertThat(cycle.end()).isEqualTo(activeIn(facts, period));
        assertThat(cycle.retained() + cycle.lost()).isEqualTo(cycle.start());
        assertThat(cycle.retained() + cycle.newCustomers() + cycle.reactivated())
                .isEqualTo(cycle.end());
        assertThat(cycle.newCustomers()).isEqualTo(firstSeenIn(facts, period));
        assertThat(cycle.churn().numerator() + cycle.retention().numerator()).isEqualTo(cycle.start());
    }

    private static long activeIn(List<Fact> facts, CalendarPeriod period) {
        return facts.stream()
                .filter(fact -> period.contains(fact.day()))
                .map(Fact::customer)
                .distinct()
                .count();
    }

    private static long firstSeenIn(List<Fact> facts, CalendarPeriod period) {
        return facts.stream()
                .map(Fact::customer)
                .distinct()
                .filter(customer -> period.contains(facts.stream()
                        .filter(fact -> fact.customer() == customer)
                        .map(Fact::day)
                        .min(LocalDate::compareTo)
                        .orElseThrow()))
                .count();
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Facts.lists();
    }

    @Provide
    Arbitrary<CalendarPeriod> periods() {
        return Arbitraries.of(
                MARCH,
                CalendarPeriod.month(YearMonth.of(2023, 11)),
                CalendarPeriod.quarter(2024, 1),
                CalendarPeriod.quarter(2024, 4),
                CalendarPeriod.isoWeek(2024, 9));
    }

    @Test
    void a_life_cycle_and_a_rate_hold_counts() {
        assertThatThrownBy(() -> new LifeCycle(MARCH, 0, 0, -1, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("below 0");
        assertThatThrownBy(() -> new Rate(2, 1)).hasMessageContaining("numerator");
        assertThatThrownBy(() -> new Rate(-1, 1)).hasMessageContaining("numerator");
        assertThatThrownBy(() -> new Rate(0, -1)).hasMessageContaining("denominator");
    }
}
