package io.rapport.crm.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.fault.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsatTest {

    private static final Csat TOP_TWO_OF_FIVE = Csat.favourableFrom(4).outOf(5);

    private static final CsatScore FIFTY_ANSWERS = score(TOP_TWO_OF_FIVE, Map.of(1, 10L, 2, 20L, 3, 15L, 4, 3L, 5, 2L));

    @Test
    void the_score_is_the_share_of_favourable_answers_with_its_wilson_interval() {
        assertThat(FIFTY_ANSWERS.n()).isEqualTo(50);
        assertThat(FIFTY_ANSWERS.favourable()).isEqualTo(5);
        assertThat(FIFTY_ANSWERS.value()).hasValue(0.1);
        Interval interval = FIFTY_ANSWERS.interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(0.04347576493189044, within(1e-12));
        assertThat(interval.upper()).isCloseTo(0.21360231437479655, within(1e-12));
        assertThat(interval.method()).isEqualTo(IntervalMethod.WILSON);
        assertThat(FIFTY_ANSWERS.interval(0.8).orElseThrow().upper()).isLessThan(interval.upper());
    }

    @ParameterizedTest
    @CsvSource({"1, 0.2", "2, 0.4", "3, 0.3", "4, 0.06", "5, 0.04"})
    void the_share_of_each_rating_is_known(int rating, double share) {
        assertThat(FIFTY_ANSWERS.share(rating).orElseThrow()).isCloseTo(share, within(1e-12));
    }

    @Test
    void the_top_box_of_a_three_point_scale_is_its_third_point() {
        CsatScore score = score(Csat.favourableFrom(3).outOf(3), Map.of(1, 1L, 2, 2L, 3, 7L));

        assertThat(score.value()).hasValue(0.7);
    }

    @Test
    void a_thumb_up_or_down_is_a_scale_from_0_to_1() {
        CsatScore score = Stream.of(1, 0, 1, 1)
                .collect(Csat.favourableFrom(1).onScale(0, 1).collector());

        assertThat(score.value()).hasValue(0.75);
    }

    @Test
    void no_answers_have_no_score() {
        CsatScore none = Stream.<Integer>empty().collect(TOP_TWO_OF_FIVE.collector());

        assertThat(none.n()).isZero();
        assertThat(none.value()).isEmpty();
        assertThat(none.interval()).isEmpty();
        assertThat(none.share(5)).isEmpty();
        assertThat(none.comparedWith(FIFTY_ANSWERS)).isEmpty();
        assertThat(none.explain()).isEqualTo("CSAT is undefined: there are no answers.");
    }

    @Test
    void a_change_compares_the_shares_of_favourable_answers() {
        CsatScore before = score(TOP_TWO_OF_FIVE, Map.of(1, 33L, 5, 1L));
        CsatScore after = score(TOP_TWO_OF_FIVE, Map.of(3, 27L, 4, 7L));

        Change change = after.comparedWith(before).orElseThrow();

        assertThat(change)
                .isEqualTo(new Proportion(7, 34)
                        .comparedWith(new Proportion(1, 34))
                        .orElseThrow());
        assertThat(change.explain())
                .startsWith("Improved by +17.6 percentage points; 95 % interval +1.2 percentage points to +32.2")
                .contains("(Agresti-Caffo)");
        assertThat(after.comparedWith(before, 0.99).orElseThrow().verdict()).isEqualTo(Change.Verdict.NO_CLEAR_CHANGE);
    }

    @Test
    void scores_under_different_rules_are_not_compared_nor_merged() {
        Csat topBox = Csat.favourableFrom(5).outOf(5);

        assertThatThrownBy(() -> FIFTY_ANSWERS.comparedWith(score(topBox, Map.of(5, 1L))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("earlier");
        assertThatThrownBy(() -> TOP_TWO_OF_FIVE.counts().merge(topBox.counts()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("other");
    }

    @Test
    void fewer_than_30_answers_are_marked_and_fewer_than_5_are_withheld() {
        assertThat(score(TOP_TWO_OF_FIVE, Map.of(5, 29L)).lowN()).isTrue();
        assertThat(score(TOP_TWO_OF_FIVE, Map.of(5, 30L)).lowN()).isFalse();
        assertThat(score(TOP_TWO_OF_FIVE, Map.of(5, 4L)).withheld()).isTrue();
        assertThat(score(TOP_TWO_OF_FIVE, Map.of(5, 4L)).value()).hasValue(1);
        assertThat(score(TOP_TWO_OF_FIVE, Map.of(5, 5L)).withheld()).isFalse();
    }

    @Test
    void the_score_explains_itself() {
        assertThat(FIFTY_ANSWERS.explain())
                .isEqualTo("CSAT 10.0 %: 5 of 50 answers were 4 or higher on a scale from 1 to 5;"
                        + " 95 % interval 4.3 % to 21.4 % (Wilson).");
        assertThat(score(TOP_TWO_OF_FIVE, Map.of(5, 1L)).explain())
                .isEqualTo("CSAT is withheld for anonymity: 1 answer, at least 5 are needed.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_rating_off_the_scale_is_refused(int rating) {
        assertThatThrownBy(() -> Stream.of(rating).collect(TOP_TWO_OF_FIVE.collector()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rating")
                .hasMessageContaining("from 1 to 5");
        assertThatThrownBy(() -> score(TOP_TWO_OF_FIVE, Map.of(rating, 1L))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> FIFTY_ANSWERS.share(rating)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_rule_needs_both_kinds_of_answers_to_be_possible() {
        assertThatThrownBy(() -> Csat.favourableFrom(1).outOf(5)).hasMessageContaining("favourableFrom");
        assertThatThrownBy(() -> Csat.favourableFrom(6).outOf(5)).hasMessageContaining("favourableFrom");
        assertThatThrownBy(() -> Csat.favourableFrom(1).outOf(1)).hasMessageContaining("highest");
        assertThatThrownBy(() -> Csat.favourableFrom(1).onScale(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .hasMessageContaining("highest");
    }

    @Test
    void a_negative_number_of_answers_is_refused() {
        assertThatThrownBy(() -> score(TOP_TWO_OF_FIVE, Map.of(1, -1L)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("answersByRating");
    }

    @Property
    void counts_of_parts_merge_into_the_score_of_the_whole(
            @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 5) Integer> ratings,
            @ForAll @IntRange(max = 200) int cut)
            throws Exception {
        int at = Math.min(cut, ratings.size());
        CsatCounts head = counted(ratings.subList(0, at));
        CsatCounts tail = Serialized.copyOf(counted(ratings.subList(at, ratings.size())));
        CsatScore whole = ratings.stream().collect(TOP_TWO_OF_FIVE.collector());

        assertThat(ratings.parallelStream().collect(TOP_TWO_OF_FIVE.collector()))
                .isEqualTo(whole);
        assertThat(tail.merge(head).result()).isEqualTo(whole);
        assertThat(whole.favourable())
                .isEqualTo(ratings.stream().filter(rating -> rating >= 4).count());
    }

    private static CsatCounts counted(List<Integer> ratings) {
        CsatCounts counts = TOP_TWO_OF_FIVE.counts();
        ratings.forEach(counts::add);
        return counts;
    }

    private static CsatScore score(Csat rule, Map<Integer, Long> answersByRating) {
        return new CsatScore(rule, new TreeMap<>(answersByRating));
    }
}
