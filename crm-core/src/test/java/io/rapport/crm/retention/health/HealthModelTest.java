package io.rapport.crm.retention.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.fault.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthModelTest {

    private static final HealthModel MODEL = HealthModel.of(
            new HealthSignal("days away", 2, 90, 10), HealthSignal.points("answers", 1), HealthSignal.points("use", 1));

    @Test
    void the_score_is_the_weighted_mean_over_the_signals_present() {
        HealthScore score =
                MODEL.score(Map.of("days away", 30.0, "answers", 0.0)).orElseThrow();

        assertThat(score.score()).isCloseTo((2 * 75 + 0) / 3.0, within(1e-12));
        assertThat(score.coverage()).isEqualTo(0.75);
    }

    @Test
    void reasons_say_what_pulls_down_first_and_what_is_missing_last() {
        HealthScore score =
                MODEL.score(Map.of("days away", 30.0, "answers", 0.0)).orElseThrow();

        assertThat(score.reasons()).extracting(HealthReason::code).containsExactly("answers", "days away", "use");
        assertThat(score.reasons())
                .extracting(HealthReason::kind)
                .containsExactly(HealthReason.Kind.PULLS_DOWN, HealthReason.Kind.HOLDS_UP, HealthReason.Kind.MISSING);
        assertThat(score.reasons().get(1).figure()).hasValue(30);
        assertThat(score.reasons().get(1).points()).hasValue(75);
        assertThat(50
                        + score.reasons().stream()
                                .mapToDouble(HealthReason::effect)
                                .sum())
                .isCloseTo(score.score(), within(1e-12));
    }

    @Test
    void no_signal_gives_no_score() {
        assertThat(MODEL.score(Map.of())).isEmpty();
    }

    @Test
    void figures_beyond_worst_and_best_are_worth_0_and_100_points() {
        HealthSignal away = new HealthSignal("days away", 2, 90, 10);

        assertThat(away.points(400)).isZero();
        assertThat(away.points(0)).isEqualTo(100);
        assertThat(away.points(50)).isEqualTo(50);
    }

    @Test
    void models_and_figures_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> MODEL.score(Map.of("weather", 1.0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unknown signal");
        assertThatThrownBy(() -> MODEL.score(Map.of("answers", Double.NaN))).hasMessageContaining("answers");
        assertThatThrownBy(() -> HealthModel.of()).hasMessageContaining("signals");
        assertThatThrownBy(() -> HealthModel.of(HealthSignal.points("a", 1), HealthSignal.points("a", 1)))
                .hasMessageContaining("repeat");
        assertThatThrownBy(() -> HealthSignal.points("a", 0)).hasMessageContaining("weight");
        assertThatThrownBy(() -> new HealthSignal("a", 1, 5, 5)).hasMessageContaining("worst");
    }

    /** Red below 40, amber below 70, 5 points of margin. */
    @ParameterizedTest
    @CsvSource({
        "39.9, , red",
        "40, , amber",
        "70, , green",
        "100, , green",
        "44.9, red, red",
        "45, red, amber",
        "69.9, green, green",
        "65, green, green",
        "64.9, green, amber",
        "30, green, red",
        "74.9, amber, amber",
        "75, amber, green",
        "35, amber, amber",
        "34.9, amber, red"
    })
    void a_band_is_left_only_when_the_score_passes_its_border_by_the_margin(double score, String before, String band) {
        HealthBands bands = HealthBands.usual();

        HealthBand found = before == null
                ? bands.of(score)
                : bands.of(
                        score,
                        bands.bands().stream()
                                .filter(other -> other.name().equals(before))
                                .findFirst()
                                .orElseThrow());

        assertThat(found.name()).isEqualTo(band);
    }

    @Test
    void bands_cover_all_scores_in_order() {
        HealthBand red = new HealthBand("red", 0);
        assertThatThrownBy(() -> new HealthBands(List.of(new HealthBand("red", 1)), 0))
                .hasMessageContaining("start");
        assertThatThrownBy(() -> new HealthBands(List.of(red, red), 0)).hasMessageContaining("rise");
        assertThatThrownBy(() -> new HealthBands(List.of(red, new HealthBand("red", 5)), 0))
                .hasMessageContaining("repeat");
        assertThatThrownBy(() -> new HealthBands(List.of(red), -1)).hasMessageContaining("margin");
        assertThatThrownBy(() -> HealthBands.usual().of(101)).hasMessageContaining("score");
        assertThatThrownBy(() -> HealthBands.usual().of(10, new HealthBand("blue", 0)))
                .hasMessageContaining("before");
    }
}
