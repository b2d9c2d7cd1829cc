package io.rapport.crm.retention.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.fault.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaplanMeierTest {

    /** As R's survfit prints them for Miller's data. */
    @ParameterizedTest
    @CsvSource({
        "true, 9, 0.9091, 0.0867",
        "true, 13, 0.8182, 0.1163",
        "true, 18, 0.7159, 0.1397",
        "true, 23, 0.6136, 0.1526",
        "true, 31, 0.4909, 0.1642",
        "true, 34, 0.3682, 0.1627",
        "true, 48, 0.1841, 0.1535",
        "false, 5, 0.8333, 0.1076",
        "false, 8, 0.6667, 0.1361",
        "false, 12, 0.5833, 0.1423",
        "false, 23, 0.4861, 0.1481",
        "false, 27, 0.3889, 0.1470",
        "false, 30, 0.2917, 0.1387",
        "false, 33, 0.1944, 0.1219",
        "false, 43, 0.0972, 0.0919"
    })
    void survival_and_greenwoods_error_are_the_published_ones(
            boolean maintained, double time, double survival, double error) {
        KaplanMeier curve = KaplanMeier.of(maintained ? Remission.maintained() : Remission.notMaintained());

        assertThat(curve.survival(time).orElseThrow()).isCloseTo(survival, within(5e-5));
        assertThat(curve.standardError(time).orElseThrow()).isCloseTo(error, within(5e-5));
        assertThat(curve.survival(time + 0.5)).isEqualTo(curve.survival(time));
    }

    @Test
    void medians_are_the_published_ones_and_empty_when_never_reached() {
        assertThat(KaplanMeier.of(Remission.maintained()).median()).hasValue(31);
        assertThat(KaplanMeier.of(Remission.notMaintained()).median()).hasValue(23);
        assertThat(KaplanMeier.of(Remission.table("1 2+ 3+")).median()).isEmpty();
        assertThat(KaplanMeier.of(Remission.table("1 2 3 4")).median()).hasValue(2);
        assertThat(KaplanMeier.of(Remission.maintained()).quantile(0.25)).hasValue(18);
    }

    @Test
    void the_log_log_interval_stays_between_0_and_1() {
        KaplanMeier curve = KaplanMeier.of(Remission.maintained());

        ConfidenceInterval first = curve.interval(9, 0.95).orElseThrow();
        assertThat(first.lower()).isCloseTo(0.508, within(5e-4));
        assertThat(first.upper()).isCloseTo(0.987, within(5e-4));
        assertThat(curve.interval(0, 0.95)).contains(new ConfidenceInterval(1, 1, 0.95));
        assertThat(KaplanMeier.of(Remission.notMaintained()).interval(45, 0.95)).isEmpty();
        assertThatThrownBy(() -> curve.interval(9, 1)).hasMessageContaining("confidence");
    }

    /** R: print(survfit(Surv(time, status) ~ x, aml), rmean = 161) gives 52.6 (19.83) and 22.7 (4.18). */
    @Test
    void the_restricted_mean_is_the_published_one() {
        RestrictedMean maintained =
                KaplanMeier.of(Remission.maintained()).restrictedMean(161).orElseThrow();
        RestrictedMean not =
                KaplanMeier.of(Remission.notMaintained()).restrictedMean(161).orElseThrow();

        assertThat(maintained.mean()).isCloseTo(52.6, within(0.06));
        assertThat(maintained.standardError()).isCloseTo(19.83, within(0.006));
        assertThat(not.mean()).isCloseTo(22.7, within(0.06));
        assertThat(not.standardError()).isCloseTo(4.18, within(0.006));
    }

    @Test
    void what_nobody_was_watched_for_is_unknown() {
        KaplanMeier curve = KaplanMeier.of(Remission.table("1 2+"));

        assertThat(curve.survival(2)).hasValue(0.5);
        assertThat(curve.survival(2.1)).isEmpty();
        assertThat(curve.restrictedMean(3)).isEmpty();
        assertThat(curve.restrictedMean(2).orElseThrow().mean()).isEqualTo(1.5);
        assertThat(KaplanMeier.of(Remission.table("1 2")).survival(99)).hasValue(0);
        assertThat(KaplanMeier.of(new SurvivalTable()).survival(0)).isEmpty();
        assertThat(KaplanMeier.of(new SurvivalTable()).median()).isEmpty();
        assertThat(KaplanMeier.of(new SurvivalTable()).steps()).isEmpty();
    }

    @Test
    void at_one_time_events_come_before_censorings() {
        SurvivalStep step = KaplanMeier.of(Remission.table("4 4+ 4+ 7")).steps().get(0);

        assertThat(step.atRisk()).isEqualTo(4);
        assertThat(step.events()).isEqualTo(1);
        assertThat(step.censored()).isEqualTo(2);
        assertThat(step.survival()).isEqualTo(0.75);
    }

    @Test
    void a_time_of_0_counts() {
        KaplanMeier curve = KaplanMeier.of(Remission.table("0 0+ 3 5+"));

        assertThat(curve.survival(0)).hasValue(0.75);
        assertThat(curve.survival(3).orElseThrow()).isCloseTo(0.375, within(1e-15));
        assertThat(KaplanMeier.of(Remission.table("0+")).survival(0)).hasValue(1);
    }

    /** At 5 the third has only just come in and is not at risk. */
    @Test
    void who_enters_late_is_at_risk_only_afterwards() {
        SurvivalTable table = new SurvivalTable();
        table.add(Lifetime.observed(5));
        table.add(Lifetime.observed(6).enteredAt(3));
        table.add(Lifetime.censored(8).enteredAt(5));

        KaplanMeier curve = KaplanMeier.of(table);

        assertThat(curve.survival(5)).hasValue(0.5);
        assertThat(curve.survival(6)).hasValue(0.25);
        assertThat(curve.steps()).extracting(SurvivalStep::atRisk).containsExactly(1.0, 2.0, 2.0, 1.0);
        assertThat(curve.steps()).extracting(SurvivalStep::entries).containsExactly(1.0, 1.0, 0.0, 0.0);
    }

    @Test
    void a_weight_counts_as_that_many_customers() {
        SurvivalTable weighted = new SurvivalTable();
        weighted.add(Lifetime.observed(2).weighing(3));
        weighted.add(Lifetime.censored(4).weighing(2));

        KaplanMeier curve = KaplanMeier.of(weighted);
        KaplanMeier each = KaplanMeier.of(Remission.table("2 2 2 4+ 4+"));

        assertThat(curve.survival(2)).isEqualTo(each.survival(2));
        assertThat(curve.standardError(2)).isEqualTo(each.standardError(2));
    }

    @Test
    void a_lifetime_that_makes_no_sense_is_refused_by_row() {
        SurvivalTable table = Remission.table("1 2");

        assertThatThrownBy(() -> table.add(-0.5, true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("row 3 has a duration below 0");
        assertThatThrownBy(() -> table.add(Double.NaN, true)).hasMessageContaining("row 4");
        assertThatThrownBy(() -> table.add(5, 5, true, 1)).hasMessageContaining("row 5 enters no earlier");
        assertThatThrownBy(() -> table.add(0, 5, true, 0)).hasMessageContaining("row 6 has no weight");
        assertThatThrownBy(() -> table.add(-1, 5, true, 1)).hasMessageContaining("row 7 has an entry");
        assertThatThrownBy(() -> Lifetime.observed(-1)).isInstanceOf(InvalidInputException.class);
        assertThat(table.lifetimes()).isEqualTo(2);
    }
}
