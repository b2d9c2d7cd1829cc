package io.rapport.crm.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.fault.InvalidInputException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** The first five rows are published results of R binom.confint (method wilson), at the digits printed. */
    @ParameterizedTest
    @CsvSource({
        "18, 20, 0.6989663547715128, 0.972133518786232, 1e-12",
        "4, 20, 0.0806576625797981, 0.4160174322518935, 1e-12",
        "29, 30, 0.8332961, 0.9940914, 5e-8",
        "19, 38, 0.348499283643951, 0.651500716356049, 1e-12",
        "6, 32, 0.08889545, 0.35309155, 1e-8",
        "38, 38, 0.908190131774416, 1, 1e-12",
        "0, 77, 0, 0.04751842528243406, 1e-12",
        "0, 20, 0, 0.1611251580528193, 1e-12",
        "1, 29, 0.006113214292762653, 0.17175521879320282, 1e-12"
    })
    void the_wilson_interval_agrees_with_published_figures(
            long successes, long n, double lower, double upper, double tolerance) {
        Interval interval = new Proportion(successes, n).interval(0.95).orElseThrow();

        assertThat(interval.lower()).isCloseTo(lower, within(tolerance));
        assertThat(interval.upper()).isCloseTo(upper, within(tolerance));
        assertThat(interval.confidence()).isEqualTo(0.95);
        assertThat(interval.method()).isEqualTo(IntervalMethod.WILSON);
        assertThat(new Proportion(successes, n).interval()).contains(interval);
    }

    @Property
    void the_wilson_interval_stays_within_0_and_1_and_holds_the_share(
            @ForAll @LongRange(min = 1, max = 2_000_000_000_000L) long n,
            @ForAll @Scale(4) @DoubleRange(min = 0, max = 1) double share,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.9999) double confidence) {
        Proportion proportion = new Proportion(Math.round(n * share), n);

        Interval interval = proportion.interval(confidence).orElseThrow();

        assertThat(interval.lower()).isBetween(0.0, 1.0);
        assertThat(interval.upper()).isBetween(0.0, 1.0);
        assertThat(interval.contains(proportion.value().orElseThrow())).isTrue();
    }

    @Test
    void all_failures_start_exactly_at_0_and_all_successes_end_exactly_at_1() {
        assertThat(new Proportion(0, 77).interval().orElseThrow().lower()).isZero();
        assertThat(new Proportion(38, 38).interval().orElseThrow().upper()).isEqualTo(1);
    }

    @Test
    void a_share_of_nothing_has_no_figures() {
        Proportion nothing = new Proportion(0, 0);
        Proportion something = new Proportion(1, 2);

        assertThat(nothing.value()).isEmpty();
        assertThat(nothing.interval()).isEmpty();
        assertThat(nothing.comparedWith(something)).isEmpty();
        assertThat(something.comparedWith(nothing)).isEmpty();
        assertThat(nothing.pooledZTest(something)).isEmpty();
        assertThat(something.pooledZTest(nothing)).isEmpty();
    }

    /** The second p value is published by R pairwise.prop.test (correct = FALSE). */
    @ParameterizedTest
    @CsvSource({
        "5, 83, 12, 99, -1.4078304151258787, 0.15918129181156992",
        "73, 86, 90, 93, -2.785880856141539, 0.00533824886503131"
    })
    void the_pooled_test_agrees_with_published_figures(long a, long ofA, long b, long ofB, double z, double p) {
        ZTest test = new Proportion(a, ofA).pooledZTest(new Proportion(b, ofB)).orElseThrow();

        assertThat(test.z()).isCloseTo(z, within(1e-9));
        assertThat(test.p()).isCloseTo(p, within(1e-12));
    }

    @Test
    void the_pooled_test_says_nothing_when_every_answer_is_the_same() {
        assertThat(new Proportion(3, 3).pooledZTest(new Proportion(5, 5))).isEmpty();
        assertThat(new Proportion(0, 3).pooledZTest(new Proportion(0, 5))).isEmpty();
    }

    /** Published by R PropCIs wald2ci (adjust = "AC"). */
    @Test
    void a_difference_carries_the_agresti_caffo_interval() {
        Change change =
                new Proportion(7, 34).comparedWith(new Proportion(1, 34)).orElseThrow();

        assertThat(change.difference()).isCloseTo(6 / 34.0, within(1e-12));
        assertThat(change.interval().lower()).isCloseTo(0.01161167, within(6e-7));
        assertThat(change.interval().upper()).isCloseTo(0.32172166, within(6e-7));
        assertThat(change.interval().method()).isEqualTo(IntervalMethod.AGRESTI_CAFFO);
        assertThat(change.verdict()).isEqualTo(Change.Verdict.IMPROVED);
    }

    @Property
    void the_p_value_is_below_what_the_confidence_leaves_exactly_when_the_interval_leaves_out_0(
            @ForAll @LongRange(min = 1, max = 200) long n,
            @ForAll @Scale(4) @DoubleRange(min = 0, max = 1) double before,
            @ForAll @Scale(4) @DoubleRange(min = 0, max = 1) double after,
            @ForAll @Scale(4) @DoubleRange(min = 0.5, max = 0.999) double confidence) {
        Proportion earlier = new Proportion(Math.round(n * before), n);
        Proportion later = new Proportion(Math.round(n * after), n);

        Change change = later.comparedWith(earlier, confidence).orElseThrow();

        assertThat(change.verdict() != Change.Verdict.NO_CLEAR_CHANGE).isEqualTo(change.p() < 1 - confidence);
    }

    @Test
    void successes_are_counted_among_the_n() {
        assertThatThrownBy(() -> new Proportion(3, 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("successes");
        assertThatThrownBy(() -> new Proportion(-1, 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("successes");
        assertThatThrownBy(() -> new Proportion(0, -1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("n is below 0");
    }

    @Test
    void an_interval_does_not_end_before_it_starts() {
        assertThatThrownBy(() -> new Interval(0.2, 0.1, 0.95, IntervalMethod.WILSON))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 0.1, 0.95, IntervalMethod.WILSON))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Interval(0.1, 0.2, 95, IntervalMethod.WILSON))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("confidence");
    }
}
