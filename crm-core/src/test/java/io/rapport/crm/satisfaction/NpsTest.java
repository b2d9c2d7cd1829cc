package io.rapport.crm.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.fault.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpsTest {

    @Test
    void nine_and_ten_promote_seven_and_eight_are_passive_the_rest_detract() {
        int[] answersByRating = {1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3};

        NpsScore nps = IntStream.rangeClosed(0, 10)
                .flatMap(rating -> IntStream.generate(() -> rating).limit(answersByRating[rating]))
                .boxed()
                .collect(Nps.collector());

        assertThat(nps).isEqualTo(new NpsScore(6, 4, 7));
        assertThat(nps.n()).isEqualTo(17);
        assertThat(nps.value().orElseThrow()).isCloseTo(-100 / 17.0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 0, 100", "0, 10, 0, 0", "0, 0, 14, -100", "3, 2, 1, 33.333333333333336", "0, 1, 0, 0"})
    void the_score_is_the_percentage_of_promoters_minus_that_of_detractors(
            long promoters, long passives, long detractors, double score) {
        assertThat(new NpsScore(promoters, passives, detractors).value().orElseThrow())
                .isCloseTo(score, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0",
        "1, 0, 1, 70.71067811865476",
        "1, 1, 0, 35.35533905932738",
        "162, 108, 54, 4.140866624999612",
        "50, 30, 20, 7.810249675906654",
        "3, 4, 3, 24.49489742783178"
    })
    void the_standard_error_is_in_points_with_divisor_n(long promoters, long passives, long detractors, double error) {
        assertThat(new NpsScore(promoters, passives, detractors).standardError().orElseThrow())
                .isCloseTo(error, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"50, 30, 20, 14.051130178761612, 44.201297005704404", "3, 4, 3, -41.28909562424208, 41.28909562424208"})
    void the_interval_is_the_adjusted_wald_interval(
            long promoters, long passives, long detractors, double lower, double upper) {
        NpsScore nps = new NpsScore(promoters, passives, detractors);

        Interval interval = nps.interval().orElseThrow();

        assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
        assertThat(interval.confidence()).isEqualTo(0.95);
        assertThat(interval.method()).isEqualTo(IntervalMethod.ADJUSTED_WALD);
        assertThat(nps.interval(0.95)).contains(interval);
    }

    @Property
    void the_interval_stays_on_the_scale_and_widens_with_the_confidence(
            @ForAll @IntRange(max = 50) int promoters,
            @ForAll @IntRange(max = 50) int passives,
            @ForAll @IntRange(min = 1, max = 50) int detractors) {
        NpsScore nps = new NpsScore(promoters, passives, detractors);

        Interval usual = nps.interval().orElseThrow();
        Interval strict = nps.interval(0.9999).orElseThrow();

        assertThat(strict.lower()).isBetween(-100.0, usual.lower());
        assertThat(strict.upper()).isBetween(usual.upper(), 100.0);
    }

    @ParameterizedTest
    @CsvSource({
        "162, 108, 54, 150, 100, 74, -9.876543209876543, -9.78593272171254, 6.036690018141867, -1.6210759029042732,"
                + " 0.10500136123393422",
        "9, 0, 2, 5, 3, 3, -45.45454545454545, -35.714285714285715, 30.4844270332442, -1.171558372258012,"
                + " 0.24137440926510467",
        "40, 30, 30, 40, 30, 30, 0, 0, 11.530868644097051, 0, 1"
    })
    void a_change_is_tested_on_adjusted_counts(
            long promotersBefore,
            long passivesBefore,
            long detractorsBefore,
            long promoters,
            long passives,
            long detractors,
            double difference,
            double adjusted,
            double error,
            double z,
            double p) {
        NpsScore before = new NpsScore(promotersBefore, passivesBefore, detractorsBefore);

        Change change = new NpsScore(promoters, passives, detractors)
                .comparedWith(before)
                .orElseThrow();

        assertThat(change.difference()).isCloseTo(difference, within(1e-9));
        assertThat(change.interval().lower()).isCloseTo(adjusted - 1.959963984540054 * error, within(1e-9));
        assertThat(change.interval().upper()).isCloseTo(adjusted + 1.959963984540054 * error, within(1e-9));
        assertThat(change.z()).isCloseTo(z, within(1e-9));
        assertThat(change.p()).isCloseTo(p, within(1e-9));
        assertThat(change.verdict()).isEqualTo(Change.Verdict.NO_CLEAR_CHANGE);
    }

    @Test
    void a_change_is_clear_when_its_interval_leaves_out_0() {
        NpsScore before = new NpsScore(100, 100, 100);
        NpsScore after = new NpsScore(200, 50, 50);

        Change better = after.comparedWith(before).orElseThrow();
        Change worse = before.comparedWith(after).orElseThrow();

        assertThat(better.verdict()).isEqualTo(Change.Verdict.IMPROVED);
        assertThat(better.explain())
                .startsWith("Improved by +50.0 points; 95 % interval +")
                .contains("p 1.28e-14.");
        assertThat(worse.verdict()).isEqualTo(Change.Verdict.WORSE);
        assertThat(worse.explain()).startsWith("Worse by -50.0 points");
        assertThat(after.comparedWith(after).orElseThrow().explain()).startsWith("No clear change: +0.0 points");
    }

    @Test
    void the_change_of_two_extreme_scores_stays_on_the_scale_of_differences() {
        NpsScore allDetract = new NpsScore(0, 0, 1);
        NpsScore allPromote = new NpsScore(1, 0, 0);

        Interval interval =
                allPromote.comparedWith(allDetract, 0.99999999).orElseThrow().interval();

        assertThat(interval.lower()).isGreaterThanOrEqualTo(-200);
        assertThat(interval.upper()).isEqualTo(200);
    }

    @Test
    void no_answers_have_no_score() {
        NpsScore none = Stream.<Integer>empty().collect(Nps.collector());
        NpsScore some = new NpsScore(1, 1, 1);

        assertThat(none.n()).isZero();
        assertThat(none.value()).isEmpty();
        assertThat(none.standardError()).isEmpty();
        assertThat(none.interval()).isEmpty();
        assertThat(none.comparedWith(some)).isEmpty();
        assertThat(some.comparedWith(none)).isEmpty();
        assertThat(none.explain()).isEqualTo("NPS is undefined: there are no answers.");
    }

    @Test
    void fewer_than_30_answers_are_marked_and_fewer_than_5_are_withheld() {
        assertThat(new NpsScore(29, 0, 0).lowN()).isTrue();
        assertThat(new NpsScore(30, 0, 0).lowN()).isFalse();
        assertThat(new NpsScore(4, 0, 0).withheld()).isTrue();
        assertThat(new NpsScore(4, 0, 0).value()).hasValue(100);
        assertThat(new NpsScore(5, 0, 0).withheld()).isFalse();
    }

    @Test
    void the_score_explains_itself() {
        assertThat(new NpsScore(50, 30, 20).explain())
                .isEqualTo("NPS 30.0 from 100 answers: 50 promoters (9 to 10), 30 passives (7 to 8), 20 detractors"
                        + " (0 to 6); 95 % interval 14.1 to 44.2 (adjusted Wald).");
        assertThat(new NpsScore(3, 4, 3).explain()).endsWith("Low n: fewer than 30 answers.");
        assertThat(new NpsScore(1, 0, 3).explain())
                .isEqualTo("NPS is withheld for anonymity: 4 answers, at least 5 are needed.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_rating_outside_0_to_10_is_refused(int rating) {
        assertThatThrownBy(() -> Stream.of(9, rating).collect(Nps.collector()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rating")
                .hasMessageContaining("from 0 to 10");
    }

    @Test
    void a_skip_is_not_an_answer() {
        List<Integer> ratings = Arrays.asList(9, null);

        assertThatThrownBy(() -> ratings.stream().collect(Nps.collector()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rating is missing");
    }

    @Test
    void negative_counts_are_refused() {
        assertThatThrownBy(() -> new NpsScore(-1, 0, 0)).hasMessageContaining("promoters");
        assertThatThrownBy(() -> new NpsScore(0, -1, 0)).hasMessageContaining("passives");
        assertThatThrownBy(() -> new NpsScore(0, 0, -1)).hasMessageContaining("detractors");
    }

    @Property
    void counts_of_parts_merge_into_the_score_of_the_whole(
            @ForAll @Size(max = 200) List<@IntRange(max = 10) Integer> ratings, @ForAll @IntRange(max = 200) int cut)
            throws Exception {
        int at = Math.min(cut, ratings.size());
        NpsCounts head = counted(ratings.subList(0, at));
        NpsCounts tail = Serialized.copyOf(counted(ratings.subList(at, ratings.size())));
        NpsScore whole = ratings.stream().collect(Nps.collector());

        assertThat(ratings.parallelStream().collect(Nps.collector())).isEqualTo(whole);
        assertThat(tail.merge(head).result()).isEqualTo(whole);
        assertThat(head.result()).isEqualTo(counted(ratings.subList(0, at)).result());
    }

    private static NpsCounts counted(List<Integer> ratings) {
        return ratings.stream().mapToInt(Integer::intValue).collect(NpsCounts::new, NpsCounts::add, NpsCounts::merge);
    }
}
