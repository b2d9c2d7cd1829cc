package io.rapport.crm.retention.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.retention.Rate;
import io.rapport.crm.retention.Shards;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HealthCalibrationTest {

    private record Outcome(double score, boolean churned) {}

    @Test
    void churn_is_counted_by_band() {
        HealthCalibration calibration = calibration(
                new Outcome(10, true),
                new Outcome(20, false),
                new Outcome(50, true),
                new Outcome(50, false),
                new Outcome(69, false),
                new Outcome(90, false));

        assertThat(calibration.churnByBand(HealthBands.usual()))
                .containsEntry("red", new Rate(1, 2))
                .containsEntry("amber", new Rate(1, 3))
                .containsEntry("green", new Rate(0, 1));
        assertThat(calibration.churn()).isEqualTo(new Rate(2, 6));
    }

    /** Pairs of one who churned with one who stayed: 10 beats 20, 50, 90; 50 beats 90, ties with 50, loses to 20. */
    @Test
    void the_area_under_the_curve_counts_pairs_in_order() {
        HealthCalibration calibration = calibration(
                new Outcome(10, true),
                new Outcome(20, false),
                new Outcome(50, true),
                new Outcome(50, false),
                new Outcome(90, false));

        assertThat(calibration.areaUnderCurve()).hasValue(4.5 / 6);
        assertThat(calibration(new Outcome(1, true)).areaUnderCurve()).isEmpty();
        assertThat(calibration(new Outcome(1, true), new Outcome(2, false)).areaUnderCurve())
                .hasValue(1);
    }

    @Test
    void lift_compares_the_lowest_scores_with_all() {
        HealthCalibration calibration = calibration(
                new Outcome(10, true), new Outcome(20, false), new Outcome(30, false), new Outcome(40, false));

        assertThat(calibration.lift(0.25)).hasValue(4);
        assertThat(calibration.lift(0.5)).hasValue(2);
        assertThat(calibration.lift(1)).hasValue(1);
        assertThat(calibration(new Outcome(1, false)).lift(0.5)).isEmpty();
        HealthCalibration tied = calibration(new Outcome(10, true), new Outcome(10, false));
        assertThat(tied.lift(0.5)).hasValue(1);
        assertThatThrownBy(() -> tied.lift(0)).hasMessageContaining("share");
        assertThatThrownBy(() -> tied.add(101, true)).hasMessageContaining("score");
    }

    @Property(tries = 200)
    void outcomes_split_over_shards_and_merged_in_any_tree_give_the_same(
            @ForAll("outcomes") List<Outcome> outcomes, @ForAll("shards") int shards, @ForAll long seed) {
        HealthCalibration once = calibration(outcomes.toArray(Outcome[]::new));

        HealthCalibration merged = Shards.merged(
                outcomes,
                shards,
                seed,
                HealthCalibration::new,
                (calibration, outcome) -> calibration.add(outcome.score(), outcome.churned()),
                HealthCalibration::merge);

        assertThat(merged).isEqualTo(once).hasSameHashCodeAs(once);
        assertThat(merged.areaUnderCurve()).isEqualTo(once.areaUnderCurve());
        assertThat(merged.lift(0.3)).isEqualTo(once.lift(0.3));
        assertThat(merged.churnByBand(HealthBands.usual())).isEqualTo(once.churnByBand(HealthBands.usual()));
    }

    @Property(tries = 100)
    void the_area_is_the_share_of_ordered_pairs(@ForAll("outcomes") List<Outcome> outcomes) {
        double pairs = 0;
        double ordered = 0;
        for (Outcome gone : outcomes) {
            for (Outcome there : outcomes) {
                if (gone.churned() && !there.churned()) {
                    pairs++;
                    ordered += gone.score() < there.score() ? 1 : gone.score() == there.score() ? 0.5 : 0;
                }
            }
        }
        HealthCalibration calibration = calibration(outcomes.toArray(Outcome[]::new));
        if (pairs == 0) {
            assertThat(calibration.areaUnderCurve()).isEmpty();
        } else {
            assertThat(calibration.areaUnderCurve().orElseThrow()).isCloseTo(ordered / pairs, within(1e-12));
        }
    }

    private static HealthCalibration calibration(Outcome... outcomes) {
        HealthCalibration calibration = new HealthCalibration();
        for (Outcome outcome : outcomes) {
            calibration.add(outcome.score(), outcome.churned());
        }
        return calibration;
    }

    @Provide
    Arbitrary<List<Outcome>> outcomes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20).map(score -> score * 5.0), Arbitraries.of(true, false))
                .as(Outcome::new)
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<Integer> shards() {
        return Arbitraries.of(1, 2, 7, 64);
    }
}
