package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.retention.Facts.Fact;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatRateTest {

    private static final ActivityDays NOBODY = ActivityDays.in(Facts.ZONE);

    private static final ActivityDays FOUR = Facts.activity(
            "2024-01-01 2024-01-31", "2024-01-01 2024-01-01", "2024-01-01 2024-02-01", "2024-03-02 2024-03-03");

    @Test
    void only_another_day_is_a_repeat() {
        assertThat(RepeatRate.byDays(FOUR)).isEqualTo(new Rate(3, 4));
    }

    @Test
    void by_orders_two_orders_of_one_day_are_a_repeat_too() {
        assertThat(RepeatRate.byOrders(FOUR)).isEqualTo(new Rate(4, 4));
    }

    @Test
    void the_rate_of_nobody_is_undefined() {
        DataEnd end = DataEnd.lastDay(LocalDate.of(2024, 3, 31));
        assertThat(RepeatRate.byDays(NOBODY).value()).isEmpty();
        assertThat(RepeatRate.byOrders(NOBODY).value()).isEmpty();
        assertThat(RepeatRate.within(30, NOBODY, end).value()).isEmpty();
    }

    /** The fourth customer is observed for 30 days from 2 March on only if 1 April is observed. */
    @ParameterizedTest
    @CsvSource({
        "30, 2024-03-31, 1, 3",
        "30, 2024-04-01, 2, 4",
        "31, 2024-03-31, 2, 3",
        "29, 2024-03-31, 1, 4",
        "1, 2024-03-03, 1, 4",
        "1, 2024-03-02, 0, 3",
        "2147483647, 2024-03-31, 0, 0"
    })
    void within_n_days_counts_only_customers_observed_for_n_days(
            int n, LocalDate lastDay, long repeated, long observed) {
        assertThat(RepeatRate.within(n, FOUR, DataEnd.lastDay(lastDay))).isEqualTo(new Rate(repeated, observed));
    }

    @Property(tries = 300)
    void splitting_orders_can_only_raise_the_rate_by_orders(@ForAll("facts") List<Fact> facts) {
        ActivityDays activity = Facts.activity(facts);

        assertThat(RepeatRate.byOrders(activity).numerator())
                .isGreaterThanOrEqualTo(RepeatRate.byDays(activity).numerator());
    }

    @Property(tries = 300)
    void when_all_are_observed_long_enough_a_longer_wait_finds_more_repeats(
            @ForAll("facts") List<Fact> facts, @ForAll @IntRange(min = 1, max = 500) int n) {
        ActivityDays activity = Facts.activity(facts);
        DataEnd farOff = DataEnd.lastDay(LocalDate.of(2030, 1, 1));

        Rate shorter = RepeatRate.within(n, activity, farOff);
        Rate longer = RepeatRate.within(n + 1, activity, farOff);

        assertThat(shorter.numerator()).isLessThanOrEqualTo(longer.numerator());
        assertThat(RepeatRate.within(500, activity, farOff)).isEqualTo(RepeatRate.byDays(activity));
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Facts.lists();
    }

    @Test
    void a_wait_lasts_at_least_a_day() {
        assertThatThrownBy(() -> RepeatRate.within(0, NOBODY, DataEnd.lastDay(LocalDate.of(2024, 1, 1))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("days");
    }
}
