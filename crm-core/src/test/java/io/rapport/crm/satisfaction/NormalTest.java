package io.rapport.crm.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.fault.InvalidInputException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected figures were computed with 30 significant digits. */
class NormalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "0.1, 0.8875370839817151078",
        "0.3, 0.67137324054087257236",
        "0.46875, 0.50738652678206200841",
        "0.5, 0.47950012218695346232",
        "1, 0.15729920705028513066",
        "1.5, 0.033894853524689272933",
        "2.5, 0.00040695201744495893956",
        "3.9, 3.4792248597231742278e-8",
        "4.5, 1.9661604415428874763e-10",
        "8, 1.122429717298292708e-29",
        "20, 5.3958656116079009289e-176"
    })
    void the_tail_keeps_its_relative_precision_however_small_it_gets(double x, double expected) {
        assertThat(Normal.erfc(x)).isCloseTo(expected, within(expected * 1e-14));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.047096299361199237",
        "1e-20, -9.2623400897984075737",
        "1e-5, -4.2648907939228246285",
        "0.005, -2.575829303548900761",
        "0.025, -1.9599639845400542355",
        "0.05, -1.6448536269514727149",
        "0.1, -1.281551565544600467",
        "0.3, -0.52440051270804078404",
        "0.5, 0",
        "0.6, 0.2533471031357997988",
        "0.975, 1.9599639845400542355"
    })
    void the_quantile_agrees_with_high_precision_figures(double probability, double expected) {
        assertThat(Normal.quantile(probability)).isCloseTo(expected, within(1e-14 * Math.max(1, -expected)));
    }

    @Property
    void the_tail_beyond_the_half_width_is_what_the_confidence_leaves(
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.9999) double confidence) {
        assertThat(Normal.twoSidedTail(Normal.halfWidth(confidence))).isCloseTo(1 - confidence, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0, 1, 95, Double.NaN})
    void a_confidence_is_a_share_between_0_and_1(double confidence) {
        assertThatThrownBy(() -> Normal.halfWidth(confidence))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("confidence")
                .hasMessageContaining("0.95");
    }
}
