package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaGammaTest {

    private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44, CurrencyUnit.USD);

    /** Log-likelihood and expected spend in dollars, with 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "6.25, 3.74, 15.44, 2, 22.35, -3.5513167597317, 24.663713910761",
        "6.25, 0.8, 15.44, 1, 11.77, -6.8551255683544, 28.109504132231",
        "0.3, 0.9, 2, 1000, 35, -7.2986243457301, 35.013671223741",
        "6.25, 3.74, 15.44, 29, 0.01, -701.27552478159, 0.53433610522311"
    })
    void figures_agree_with_50_digit_arithmetic(
            double p, double q, double v, int x, double mean, double logLikelihood, double expected) {
        GammaGamma model = new GammaGamma(p, q, v, CurrencyUnit.USD);
        SpendHistory history = new SpendHistory(x, 100 * mean, CurrencyUnit.USD);

        assertThat(model.logLikelihood(history).orElseThrow())
                .isEqualTo(logLikelihood, offset(1e-12 * Math.abs(logLikelihood)));
        assertThat(model.expectedSpend(history).orElseThrow()).isEqualTo(expected, offset(1e-11));
    }

    @Test
    void who_has_not_bought_again_is_expected_to_spend_as_all_do() {
        SpendHistory unknown = SpendHistory.none(CurrencyUnit.USD);

        assertThat(CDNOW.expectedSpend(unknown).orElseThrow())
                .isEqualTo(CDNOW.meanSpend().orElseThrow(), offset(1e-12));
        assertThat(CDNOW.meanSpend().orElseThrow()).isEqualTo(6.25 * 15.44 / 2.74, offset(1e-12));
        assertThat(CDNOW.logLikelihood(unknown)).isEmpty();
    }

    @Test
    void a_mean_that_is_not_finite_is_not_given() {
        GammaGamma heavy = new GammaGamma(0.3, 0.6, 15, CurrencyUnit.USD);

        assertThat(heavy.meanSpend()).isEmpty();
        assertThat(heavy.expectedSpend(SpendHistory.none(CurrencyUnit.USD))).isEmpty();
        assertThat(heavy.expectedSpend(new SpendHistory(1, 100, CurrencyUnit.USD)))
                .isEmpty();
        assertThat(heavy.expectedSpend(new SpendHistory(2, 100, CurrencyUnit.USD)))
                .isNotEmpty();
        assertThat(new LifetimeValue(new BgNbd(1, 1, 1, 1, UnitOfTime.DAY), heavy)
                        .value(
                                BuyingHistory.fresh(UnitOfTime.DAY),
                                SpendHistory.none(CurrencyUnit.USD),
                                Horizon.days(30),
                                Discount.perYear(0.1)))
                .isEmpty();
    }

    @Test
    void minor_units_are_those_of_the_currency() {
        GammaGamma yen = new GammaGamma(6.25, 3.74, 15.44, CurrencyUnit.JPY);

        assertThat(yen.expectedSpend(new SpendHistory(2, 22, CurrencyUnit.JPY)).orElseThrow())
                .isEqualTo(
                        CDNOW.expectedSpend(new SpendHistory(2, 2200, CurrencyUnit.USD))
                                .orElseThrow(),
                        offset(1e-12));
        assertThatThrownBy(() -> yen.expectedSpend(SpendHistory.none(CurrencyUnit.USD)))
                .hasMessageContaining("is in USD, not JPY");
    }
}
