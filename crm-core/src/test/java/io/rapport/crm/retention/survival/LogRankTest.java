package io.rapport.crm.retention.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.fault.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogRankTest {

    /** R: survdiff(Surv(time, status) ~ x, aml) gives 10.69 and 7.31 expected, chi-square 3.4 on 1 df, p = 0.0653. */
    @Test
    void two_groups_give_the_published_statistic() {
        Map<String, SurvivalTable> groups = new LinkedHashMap<>();
        groups.put("maintained", Remission.maintained());
        groups.put("not maintained", Remission.notMaintained());

        LogRank test = LogRank.of(groups);

        assertThat(test.groups()).extracting(LogRankGroup::name).containsExactly("maintained", "not maintained");
        assertThat(test.groups()).extracting(LogRankGroup::observed).containsExactly(7.0, 11.0);
        assertThat(test.groups().get(0).expected()).isCloseTo(10.69, within(5e-3));
        assertThat(test.groups().get(1).expected()).isCloseTo(7.31, within(5e-3));
        assertThat(test.chiSquare().orElseThrow()).isCloseTo(3.396, within(5e-4));
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.pValue().orElseThrow()).isCloseTo(0.0653, within(5e-5));
    }

    @Test
    void a_group_in_two_halves_adds_a_degree_of_freedom_and_no_difference_of_its_own() {
        Map<String, SurvivalTable> groups = new LinkedHashMap<>();
        groups.put("a", Remission.table("1 2 3 4"));
        groups.put("b", Remission.table("1 2 3 4"));
        groups.put("c", Remission.table("1 2 3 4"));

        LogRank test = LogRank.of(groups);

        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.chiSquare().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(test.pValue().orElseThrow()).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_order_of_three_groups_does_not_matter() {
        SurvivalTable third = Remission.table("2 4 9 20+ 31");
        Map<String, SurvivalTable> one = new LinkedHashMap<>();
        one.put("a", Remission.maintained());
        one.put("b", Remission.notMaintained());
        one.put("c", third);
        Map<String, SurvivalTable> other = new LinkedHashMap<>();
        other.put("c", third);
        other.put("a", Remission.maintained());
        other.put("b", Remission.notMaintained());

        assertThat(LogRank.of(one).chiSquare().orElseThrow())
                .isCloseTo(LogRank.of(other).chiSquare().orElseThrow(), within(1e-10));
        assertThat(LogRank.of(one).degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void groups_that_the_data_cannot_compare_have_no_statistic() {
        LogRank noEvents = LogRank.of(Map.of("a", Remission.table("3+"), "b", Remission.table("4+")));
        LogRank nobody = LogRank.of(Map.of("a", Remission.table("1 2 3"), "b", new SurvivalTable()));

        assertThat(noEvents.chiSquare()).isEmpty();
        assertThat(noEvents.pValue()).isEmpty();
        assertThat(nobody.chiSquare()).isEmpty();
        assertThat(nobody.degreesOfFreedom()).isZero();
    }

    @Test
    void one_group_is_nothing_to_compare() {
        assertThatThrownBy(() -> LogRank.of(Map.of("a", Remission.maintained())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("two groups");
    }
}
