package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeColumnTest {

    private static final int FEW = 16_384;

    @Test
    void equal_times_share_a_value_wherever_they_stand() {
        TimeColumn column = TimeColumn.of(new double[] {3, 0, 3, 7.5, 0, 3});

        assertThat(column.values).containsExactly(3, 0, 7.5);
        assertThat(column.index).containsExactly(0, 1, 0, 2, 1, 0);
    }

    @Test
    void no_times_have_no_values() {
        assertThat(TimeColumn.of(new double[0]).values).isEmpty();
        assertThat(TimeColumn.of(new double[0]).index).isEmpty();
    }

    /** On both sides of the number up to which all equals are looked for. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100, FEW - 1, FEW, FEW + 1, 40_000})
    void every_row_keeps_its_time(int distinct) {
        SplittableRandom random = new SplittableRandom(distinct);
        double[] times = new double[60_000];
        for (int i = 0; i < times.length; i++) {
            times[i] = (i < distinct ? i : random.nextInt(distinct)) / 7.0;
        }

        TimeColumn column = TimeColumn.of(times.clone());

        assertThat(read(column)).isEqualTo(times);
        if (distinct <= FEW) {
            assertThat(column.values).hasSize(distinct);
        } else {
            assertThat(column.values.length).isBetween(distinct, times.length);
        }
    }

    @Test
    void among_very_many_times_only_neighbours_share_a_value() {
        double[] times = new double[2 * FEW + 4];
        for (int i = 0; i < times.length; i++) {
            times[i] = i / 2;
        }
        times[times.length - 1] = 0;

        TimeColumn column = TimeColumn.of(times.clone());

        assertThat(read(column)).isEqualTo(times);
        assertThat(column.values).hasSize(FEW + 3);
        assertThat(column.index[1]).isZero();
        assertThat(column.index[times.length - 1]).isEqualTo(FEW + 2);
    }

    /** The models read times through the column, so their bits must not depend on which kind it is. */
    @Test
    void customers_with_very_many_different_ages_have_the_likelihood_of_each() {
        BgNbd model = new BgNbd(0.6, 5, 0.8, 2.4, UnitOfTime.WEEK);
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.WEEK);
        double expected = 0;
        for (int i = 0; i < FEW + 100; i++) {
            double age = 30 + i / 1024.0;
            histories.add(i % 3, i % 3 == 0 ? 0 : age / 2, age);
            expected += model.logLikelihood(new BuyingHistory(i % 3, i % 3 == 0 ? 0 : age / 2, age, UnitOfTime.WEEK));
        }
        SortedHistories rows = histories.sorted();
        double scale = rows.scale;

        double found = new BetaGeometricLikelihood(rows, 0).at(new double[] {0.6, 5 / scale, 0.8, 2.4}, new double[4]);

        assertThat(rows.ages).hasSize(FEW + 100);
        assertThat(found - rows.purchases() * Math.log(scale)).isCloseTo(expected, withinPercentage(1e-8));
    }

    private static double[] read(TimeColumn column) {
        return Arrays.stream(column.index).mapToDouble(i -> column.values[i]).toArray();
    }
}
