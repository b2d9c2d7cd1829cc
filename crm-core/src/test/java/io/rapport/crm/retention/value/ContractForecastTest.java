package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.rapport.crm.fault.InvalidInputException;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractForecastTest {

    private static final Horizon YEAR = Horizon.years(1);
    private static final int AHEAD = 5;

    /** Customers leave with a share q of their own: each figure by numeric integration over q. */
    @ParameterizedTest
    @CsvSource({
        "0.668, 3.806, 1, 0, 0.1",
        "0.668, 3.806, 1, 4, 0.1",
        "0.704, 1.182, 1, 1, 0.02",
        "2.5, 9, 1, 30, 0.1",
        "0.7, 1.2, 1.4, 0, 0.1",
        "0.7, 1.2, 1.4, 7, 0.03",
        "0.214253, 1.426575, 1.723565, 7, 0.1",
        "0.26, 1.72, 0.5, 3, 0.1"
    })
    void figures_agree_with_a_direct_computation(double gamma, double delta, double c, int n, double rate) {
        ContractForecast forecast = model(gamma, delta, c).forecast(n, Horizon.years(AHEAD), Discount.perYear(rate));
        double kept = survival(gamma, delta, c, n);

        assertThat(forecast.reached()).isEqualTo(kept, offset(1e-8));
        assertThat(forecast.renewal()).isEqualTo(survival(gamma, delta, c, n + 1) / kept, offset(1e-8));
        assertThat(forecast.runsThen()).isEqualTo(survival(gamma, delta, c, n + AHEAD) / kept, offset(1e-8));
        double expected = 0;
        for (int t = n + 1; t <= n + AHEAD; t++) {
            expected += survival(gamma, delta, c, t) / kept;
        }
        assertThat(forecast.expectedRenewals()).isEqualTo(expected, offset(1e-8));
        double residual = Integral.mean(gamma, delta, (q, stays) -> {
            double sum = 0;
            double factor = 1;
            for (int t = n + 1; factor > 1e-13; t++) {
                sum += factor * Math.pow(stays, Math.pow(t, c));
                factor /= 1 + rate;
            }
            return sum;
        });
        assertThat(forecast.discountedResidualLifetime()).isEqualTo(residual / kept, offset(1e-8));
    }

    private static double survival(double gamma, double delta, double c, int t) {
        return Integral.mean(gamma, delta, (q, stays) -> Math.pow(stays, Math.pow(t, c)));
    }

    private static ContractModel model(double gamma, double delta, double c) {
        return c == 1 ? new ShiftedBetaGeometric(gamma, delta, YEAR) : new BetaDiscreteWeibull(gamma, delta, c, YEAR);
    }

    /** The published series of Fader and Hardie (2010): sum of S(t) / S(n) / (1 + d)^(t - n - 1) over t above n. */
    @ParameterizedTest
    @CsvSource({
        "0.668, 3.806, 1, 4, 0.1",
        "0.7, 1.2, 1.4, 7, 0.03",
        "0.7, 1.2, 1.4, 0, 0.001",
        "0.26, 1.72, 0.5, 3, 0.002"
    })
    void the_discounted_residual_lifetime_is_the_sum_of_its_series(
            double gamma, double delta, double c, int n, double rate) {
        ContractModel model = model(gamma, delta, c);
        double sum = 0;
        for (int i = 0; i < 40 / rate; i++) {
            sum += model.survival(n, i + 1) * Math.pow(1 + rate, -i);
        }

        assertThat(model.discountedResidualLifetime(n, Discount.perYear(rate))).isEqualTo(sum, offset(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"4, 3, 1.2, 0", "4, 3, 1.2, 12", "9, 20, 0.5, 2", "1.5, 2, 3, 4"})
    void the_residual_lifetime_is_the_sum_of_its_series(double gamma, double delta, double c, int n) {
        ContractModel model = model(gamma, delta, c);
        double sum = 0;
        int terms = 1_000_000;
        for (int i = terms; i >= 1; i--) {
            sum += model.survival(n, i);
        }
        double beyond = model.survival(n, terms) * terms / (c * gamma - 1);

        assertThat(beyond).isLessThan(1e-9);
        assertThat(model.residualLifetime(n).orElseThrow()).isEqualTo(sum, offset(1e-8));
    }

    /** Where the closed forms of the special case hold, to the edge of where the mean is finite. */
    @ParameterizedTest
    @CsvSource({"1.02, 3.8, 4", "1.5, 0.2, 0", "3, 80, 100", "2000, 9000, 3", "40, 3e6, 0"})
    void without_duration_dependence_the_two_models_agree(double alpha, double beta, int n) {
        ShiftedBetaGeometric special = new ShiftedBetaGeometric(alpha, beta, YEAR);
        BetaDiscreteWeibull general = new BetaDiscreteWeibull(alpha, beta, 1, YEAR);

        assertThat(special.residualLifetime(n).orElseThrow())
                .isCloseTo((beta + n) / (alpha - 1), withinPercentage(1e-12));
        assertThat(general.residualLifetime(n).orElseThrow())
                .isCloseTo(special.residualLifetime(n).orElseThrow(), withinPercentage(1e-8));
        for (double rate : new double[] {1e-9, 1e-4, 0.1, 5}) {
            double expected = special.discountedResidualLifetime(n, Discount.perYear(rate));
            assertThat(general.discountedResidualLifetime(n, Discount.perYear(rate)))
                    .isCloseTo(expected, withinPercentage(1e-7));
        }
    }

    /** 2F1 with 40 digits. */
    @ParameterizedTest
    @CsvSource({"1e-9, 117.96813984071037", "1.1e-7, 91.153972450833084", "0.9e-7, 92.35094552966497"})
    void rates_near_0_keep_their_digits(double rate, double expected) {
        assertThat(new ShiftedBetaGeometric(1.02, 3.8, YEAR).discountedResidualLifetime(4, Discount.perYear(rate)))
                .isCloseTo(expected, withinPercentage(1e-8));
    }

    @Test
    void a_mean_without_bound_is_said_to_be_one() {
        for (ContractModel model : new ContractModel[] {model(1, 3.8, 1), model(0.214, 1.43, 1.72), model(0.5, 1, 2)}) {
            ContractForecast forecast = model.forecast(4, Horizon.years(5), Discount.perYear(0.1));

            assertThat(model.residualLifetime(4)).isEmpty();
            assertThat(forecast.residualLifetime()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(forecast.discountedResidualLifetime()).isBetween(1.0, 11.0);
            assertThat(forecast.explain()).contains("in all of the future without bound");
        }
    }

    @Test
    void contracts_that_all_end_at_one_age_have_figures_too() {
        BetaDiscreteWeibull sudden = new BetaDiscreteWeibull(0.01, 1e5, 200, YEAR);

        assertThat(sudden.survival(0, 2_000)).isZero();
        assertThat(sudden.residualLifetime(0).orElseThrow()).isFinite().isPositive();
        assertThat(sudden.discountedResidualLifetime(0, Discount.perYear(1e-6)))
                .isFinite()
                .isPositive();
    }

    @Test
    void a_forecast_explains_itself() {
        ContractModel model = new ShiftedBetaGeometric(1.668, 3.806, YEAR);
        ContractForecast forecast = model.forecast(4, Horizon.years(5), Discount.perYear(0.1));

        assertThat(forecast.explain())
                .isEqualTo(
                        "Renewed 4 times so far, every 1 year, as 32.2 % of new contracts are: renewed next with 82.4 %,"
                                + " after 5 years still runs with 44.9 %; 3.07 renewals expected by then, in all of the future"
                                + " 11.69. Discounted by 10.00 % per 1 year these count as 4.10.");
        assertThat(model.forecast(1, YEAR, Discount.perYear(0.1)).explain()).startsWith("Renewed once so far");
        assertThat(forecast.residualValue(Money.parse("EUR 20.00")))
                .isEqualTo(Money.parse("EUR " + Math.round(2000 * forecast.discountedResidualLifetime()) / 100.0));
    }

    @Test
    void all_of_the_future_is_not_valued_without_a_discount() {
        for (ContractModel model : new ContractModel[] {model(2, 3, 1), model(2, 3, 1.5)}) {
            assertThatThrownBy(() -> model.forecast(1, YEAR, Discount.perYear(0)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("give a rate above 0");
            assertThatThrownBy(() -> model.residualLifetime(-1)).hasMessageContaining("renewals is below 0");
        }
    }
}
