package io.rapport.crm.retention.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTest {

    /** Critical values as in any printed table, to their three or more decimals. */
    @ParameterizedTest
    @CsvSource({
        "3.841458820694124, 1, 0.05",
        "6.634896601021213, 1, 0.01",
        "5.991464547107979, 2, 0.05",
        "7.814727903251179, 3, 0.05",
        "18.307038053275146, 10, 0.05",
        "124.34211340400407, 100, 0.05"
    })
    void critical_values_have_their_tails(double x, int degrees, double tail) {
        assertThat(ChiSquare.upperTail(x, degrees)).isCloseTo(tail, within(1e-13));
    }

    @Test
    void two_degrees_are_an_exponential() {
        for (double x : new double[] {0.001, 0.5, 2, 3.9, 4.1, 50, 700}) {
            assertThat(ChiSquare.upperTail(x, 2)).isCloseTo(Math.exp(-x / 2), within(1e-14 + 1e-13 * Math.exp(-x / 2)));
        }
        assertThat(ChiSquare.upperTail(0, 3)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, 1.959963984540054",
        "0.9, 1.6448536269514722",
        "0.99, 2.5758293035489004",
        "0.5, 0.6744897501960817"
    })
    void intervals_reach_as_far_as_the_normal_distribution_says(double confidence, double reach) {
        assertThat(ChiSquare.normalHalfWidth(confidence)).isCloseTo(reach, within(1e-12));
    }
}
