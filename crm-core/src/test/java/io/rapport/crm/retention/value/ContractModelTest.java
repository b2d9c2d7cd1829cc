package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContractModelTest {

    private static final Horizon YEAR = Horizon.years(1);

    /** Of 1,000 customers so many were left after 0 to 7 years: Fader and Hardie (2007), table 1. */
    private static final ContractLifetimes HIGH_END =
            ContractLifetimes.ofSurvivors(YEAR, List.of(1000L, 869L, 743L, 653L, 593L, 551L, 517L, 491L));

    private static final ContractLifetimes REGULAR =
            ContractLifetimes.ofSurvivors(YEAR, List.of(1000L, 631L, 468L, 382L, 326L, 289L, 262L, 241L));

    @Test
    void high_end_customers_have_the_published_parameters_and_projection() {
        Fitted<ShiftedBetaGeometric> fit = Fits.fitted(ShiftedBetaGeometric.fit(HIGH_END));

        assertThat(fit.model().alpha()).isEqualTo(0.6680885, offset(1e-5));
        assertThat(fit.model().beta()).isEqualTo(3.806096, offset(1e-4));
        assertThat(fit.logLikelihood()).isEqualTo(-1611.15815, offset(1e-5));
        assertSurvival(
                fit.model(),
                1.0,
                0.850679,
                0.746859,
                0.669789,
                0.609919,
                0.561834,
                0.522216,
                0.488906,
                0.46044,
                0.43578,
                0.414172,
                0.395055,
                0.377999);
    }

    @Test
    void regular_customers_have_the_published_parameters_and_projection() {
        Fitted<ShiftedBetaGeometric> fit = Fits.fitted(ShiftedBetaGeometric.fit(REGULAR));

        assertThat(fit.model().alpha()).isEqualTo(0.7040773, offset(1e-5));
        assertThat(fit.model().beta()).isEqualTo(1.182043, offset(1e-4));
        assertThat(fit.logLikelihood()).isEqualTo(-1680.26519, offset(1e-5));
        assertSurvival(
                fit.model(),
                1.0,
                0.626706,
                0.473819,
                0.387974,
                0.332068,
                0.292347,
                0.262456,
                0.239024,
                0.220085,
                0.204411,
                0.19119,
                0.179865,
                0.170037);
    }

    private static void assertSurvival(ContractModel model, double... expected) {
        for (int t = 0; t < expected.length; t++) {
            assertThat(model.survival(t)).isEqualTo(expected[t], offset(1e-6));
        }
    }

    @Test
    void retention_rises_with_age_though_no_customer_changes() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(0.668, 3.806, YEAR);

        for (int t = 1; t < 20; t++) {
            assertThat(model.retentionRate(t)).isEqualTo((3.806 + t - 1) / (0.668 + 3.806 + t - 1), offset(1e-14));
            assertThat(model.endProbability(t)).isEqualTo(model.survival(t - 1) - model.survival(t), offset(1e-14));
        }
    }

    /** By beta functions with 50 digits: S(1), S(7), S(12), S(9)/S(4), five renewals at 10 %, all renewals at 10 %. */
    @Test
    void figures_agree_with_50_digit_arithmetic() {
        ShiftedBetaGeometric steady = new ShiftedBetaGeometric(0.668, 3.806, YEAR);

        assertFigures(steady, 0.85069289226643, 0.48894462089373, 0.37804042018209, 0.71451584516118, 3.1066065088705);
        assertFigures(
                new BetaDiscreteWeibull(0.668, 3.806, 1, YEAR),
                0.85069289226643,
                0.48894462089373,
                0.37804042018209,
                0.71451584516118,
                3.1066065088705);
        assertFigures(
                new BetaDiscreteWeibull(0.7, 1.2, 1.4, YEAR),
                0.63157894736842,
                0.14848344435001,
                0.089712809466934,
                0.48223429534927,
                2.4520811482552);
        assertFigures(
                new BetaDiscreteWeibull(0.26, 1.72, 0.5, YEAR),
                0.86868686868687,
                0.75757433362806,
                0.721889758304,
                0.93467336683417,
                3.6365081587611);
        assertThat(steady.discountedResidualLifetime(4, Discount.perYear(0.1)))
                .isEqualTo(6.8970573977461, offset(1e-11));
    }

    private static void assertFigures(
            ContractModel model, double one, double seven, double twelve, double fiveMore, double discounted) {
        assertThat(model.survival(1)).isEqualTo(one, offset(1e-13));
        assertThat(model.survival(7)).isEqualTo(seven, offset(1e-13));
        assertThat(model.survival(12)).isEqualTo(twelve, offset(1e-13));
        assertThat(model.survival(4, 5)).isEqualTo(fiveMore, offset(1e-13));
        assertThat(model.aliveProbability(4, Horizon.years(5))).isEqualTo(fiveMore, offset(1e-13));
        assertThat(model.discountedRenewals(4, Horizon.years(5), Discount.perYear(0.1)))
                .isEqualTo(discounted, offset(1e-12));
        assertThat(model.expectedRenewals(4, Horizon.years(5))).isGreaterThan(discounted);
    }

    @Test
    void the_beta_discrete_weibull_fits_at_least_as_well_as_its_special_case() {
        for (ContractLifetimes lifetimes : List.of(HIGH_END, REGULAR)) {
            Fitted<ShiftedBetaGeometric> special = Fits.fitted(ShiftedBetaGeometric.fit(lifetimes));
            Fitted<BetaDiscreteWeibull> general = Fits.fitted(BetaDiscreteWeibull.fit(lifetimes));

            assertThat(general.logLikelihood()).isGreaterThan(special.logLikelihood());
            assertThat(general.parameters()).extracting(Estimate::name).containsExactly("gamma", "delta", "c");
        }
    }

    /** What Fader et al. (2018) added: the years that followed, which the special case underestimates. */
    @Test
    void duration_dependence_projects_the_years_that_followed() {
        BetaDiscreteWeibull model =
                Fits.fitted(BetaDiscreteWeibull.fit(HIGH_END)).model();
        ShiftedBetaGeometric special =
                Fits.fitted(ShiftedBetaGeometric.fit(HIGH_END)).model();
        double[] actual = {0.468, 0.445, 0.427, 0.409, 0.394};

        for (int t = 8; t <= 12; t++) {
            double error = Math.abs(model.survival(t) - actual[t - 8]);
            assertThat(error)
                    .isLessThan(Math.abs(special.survival(t) - actual[t - 8]))
                    .isLessThan(0.012);
        }
        assertThat(model.gamma()).isEqualTo(0.214253, offset(1e-4));
        assertThat(model.delta()).isEqualTo(1.426575, offset(1e-4));
        assertThat(model.c()).isEqualTo(1.723565, offset(1e-4));
    }

    @Test
    void contracts_merge_in_any_order() {
        ContractLifetimes one = ContractLifetimes.every(YEAR);
        one.addEnded(1, 131);
        one.addEnded(3, 90);
        one.addEnded(4, 60);
        ContractLifetimes two = ContractLifetimes.every(YEAR);
        two.addEnded(2, 126);
        two.addEnded(5, 42);
        two.addEnded(6, 34);
        two.addEnded(7, 26);
        two.addRunning(7, 491);

        assertThat(ContractLifetimes.every(YEAR).merge(two).merge(one))
                .isEqualTo(HIGH_END)
                .hasSameHashCodeAs(HIGH_END);
        assertThat(ShiftedBetaGeometric.fit(two.merge(one))).isEqualTo(ShiftedBetaGeometric.fit(HIGH_END));
        assertThatThrownBy(() -> one.merge(ContractLifetimes.every(Horizon.months(1))))
                .hasMessageContaining("another period");
    }

    @Test
    void impossible_counts_are_refused() {
        assertThatThrownBy(() -> ContractLifetimes.ofSurvivors(YEAR, List.of(10L, 11L)))
                .hasMessageContaining("left[1] is more than before");
        assertThatThrownBy(() -> ContractLifetimes.every(YEAR).addEnded(0, 1)).hasMessageContaining("inPeriod");
        assertThatThrownBy(() -> ContractLifetimes.every(YEAR).addRunning(-1, 1))
                .hasMessageContaining("periods");
        assertThatThrownBy(() -> ContractLifetimes.every(Horizon.days(0))).hasMessageContaining("period");
    }
}
