package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.rapport.crm.fault.InvalidInputException;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The published figures of the 2,357 CDNOW customers. */
class CdnowTest {

    private static final BgNbd BG = Fits.fitted(BgNbd.fit(Cdnow.weeks())).model();
    private static final ParetoNbd PARETO =
            Fits.fitted(ParetoNbd.fit(Cdnow.weeks())).model();
    private static final GammaGamma SPEND =
            Fits.fitted(GammaGamma.fit(Cdnow.spend())).model();

    /** Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way. */
    @Test
    void the_bg_nbd_has_the_published_parameters() {
        Fitted<BgNbd> fit = Fits.fitted(BgNbd.fit(Cdnow.weeks()));

        assertThat(fit.model().r()).isEqualTo(0.243, offset(5e-4));
        assertThat(fit.model().alpha()).isEqualTo(4.414, offset(5e-4));
        assertThat(fit.model().a()).isEqualTo(0.793, offset(5e-4));
        assertThat(fit.model().b()).isEqualTo(2.426, offset(5e-4));
        assertThat(fit.logLikelihood()).isEqualTo(-9582.4, offset(0.05));
        assertThat(fit.customers()).isEqualTo(2357);
        assertThat(fit.gradientNorm()).isLessThan(1e-10);
        assertThat(fit.hessianCondition()).isBetween(1.0, 1e4);
        assertThat(fit.parameters()).extracting(Estimate::name).containsExactly("r", "alpha", "a", "b");
        assertThat(fit.parameter("alpha").orElseThrow().standardError()).isBetween(0.3, 0.5);
        assertThat(fit.explain()).contains("2357 customers").contains("alpha 4.414 (± 0.38)");
    }

    /** As published with the R package BTYDplus. */
    @Test
    void the_mbg_nbd_has_the_published_parameters() {
        Fitted<MbgNbd> fit = Fits.fitted(MbgNbd.fit(Cdnow.weeks()));

        assertThat(fit.model().r()).isEqualTo(0.524838, offset(1e-5));
        assertThat(fit.model().alpha()).isEqualTo(6.182992, offset(1e-4));
        assertThat(fit.model().a()).isEqualTo(0.891356, offset(1e-5));
        assertThat(fit.model().b()).isEqualTo(1.613999, offset(1e-4));
        assertThat(fit.logLikelihood()).isEqualTo(-9582.13268, offset(1e-4));
    }

    /** Fader, Hardie and Lee (2005); beta is known within 6 either way. */
    @Test
    void the_pareto_nbd_has_the_published_parameters() {
        Fitted<ParetoNbd> fit = Fits.fitted(ParetoNbd.fit(Cdnow.weeks()));

        assertThat(fit.model().r()).isEqualTo(0.553276, offset(1e-4));
        assertThat(fit.model().alpha()).isEqualTo(10.57761, offset(1e-3));
        assertThat(fit.model().s()).isEqualTo(0.606214, offset(1e-3));
        assertThat(fit.model().beta()).isEqualTo(11.66791, offset(3e-2));
        assertThat(fit.logLikelihood()).isEqualTo(-9594.97393, offset(1e-4));
        assertThat(fit.parameter("beta").orElseThrow().standardError()).isGreaterThan(5);
    }

    /** Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value. */
    @Test
    void the_gamma_gamma_model_has_the_published_parameters() {
        Fitted<GammaGamma> fit = Fits.fitted(GammaGamma.fit(Cdnow.spend()));

        assertThat(fit.model().p()).isEqualTo(6.25, offset(0.01));
        assertThat(fit.model().q()).isEqualTo(3.74, offset(0.01));
        assertThat(fit.model().v()).isEqualTo(15.44, offset(0.02));
        assertThat(fit.logLikelihood()).isEqualTo(-4055.92, offset(0.01));
        assertThat(fit.customers()).isEqualTo(946);
    }

    @Test
    void the_unit_of_time_changes_rates_only() {
        BgNbd seconds = Fits.fitted(BgNbd.fit(Cdnow.days(UnitOfTime.SECOND, 86_400)))
                .model()
                .in(UnitOfTime.WEEK);
        BgNbd days =
                Fits.fitted(BgNbd.fit(Cdnow.days(UnitOfTime.DAY, 1))).model().in(UnitOfTime.WEEK);
        ParetoNbd paretoSeconds = Fits.fitted(ParetoNbd.fit(Cdnow.days(UnitOfTime.SECOND, 86_400)))
                .model()
                .in(UnitOfTime.WEEK);

        assertThat(seconds.alpha()).isEqualTo(days.alpha(), offset(1e-8));
        assertThat(seconds.a()).isEqualTo(days.a(), offset(1e-8));
        assertThat(days.alpha()).isEqualTo(BG.alpha(), offset(1e-3));
        assertThat(paretoSeconds.beta()).isEqualTo(PARETO.beta(), offset(1e-2));
    }

    /** Mean repeat spend of the 946: Fader, Hardie and Lee (2005), RFM and CLV. */
    @Test
    void repeat_buyers_spend_35_dollars_on_average() {
        List<Cdnow.Row> buyers = Cdnow.ROWS.stream().filter(row -> row.x() > 0).toList();
        long n = buyers.stream().mapToLong(Cdnow.Row::customers).sum();
        double mean = buyers.stream()
                        .mapToDouble(row -> row.customers() * ((double) row.cents() / row.x()))
                        .sum()
                / n;

        assertThat(n).isEqualTo(946);
        assertThat(mean / 100).isEqualTo(35.077848, offset(1e-6));
        assertThat(buyers.stream().mapToDouble(row -> row.spend().meanMinor()).min())
                .hasValue(299);
    }

    /** By calibration frequency, as in the walkthrough of the R package BTYD. */
    @Test
    void the_holdout_agrees_with_the_published_table() {
        BuyingHistories days = Cdnow.days(UnitOfTime.DAY, 1);
        List<HoldoutGroup> pareto = Cdnow.holdout().byFrequency(PARETO, 7);
        List<HoldoutGroup> bg =
                Cdnow.holdout().byFrequency(Fits.fitted(BgNbd.fit(days)).model(), 7);
        List<HoldoutGroup> mbg =
                Cdnow.holdout().byFrequency(Fits.fitted(MbgNbd.fit(days)).model(), 7);
        long[] sizes = {1411, 439, 214, 100, 62, 38, 29, 64};
        double[] actual = {0.237, 0.697, 1.393, 1.56, 2.532, 2.947, 3.862, 6.359};
        double[] byPareto = {0.138, 0.6, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403};
        double[] byBg = {0.225087, 0.523131, 1.04413, 1.52028, 2.16387, 2.65385, 3.50404, 6.15719};
        double[] byMbg = {0.185161, 0.551358, 1.04895, 1.49293, 2.10431, 2.56355, 3.36082, 5.84851};

        assertThat(pareto).hasSize(8);
        for (int i = 0; i < 8; i++) {
            assertThat(pareto.get(i).label()).isEqualTo(i == 7 ? "7+" : Integer.toString(i));
            assertThat(pareto.get(i).customers()).isEqualTo(sizes[i]);
            assertThat(pareto.get(i).actualMean().orElseThrow()).isEqualTo(actual[i], offset(1e-3));
            assertThat(pareto.get(i).expectedMean().orElseThrow()).isEqualTo(byPareto[i], offset(1e-3));
            assertThat(bg.get(i).expectedMean().orElseThrow()).isEqualTo(byBg[i], offset(1e-4));
            assertThat(mbg.get(i).expectedMean().orElseThrow()).isEqualTo(byMbg[i], offset(1e-4));
        }
    }

    @Test
    void errors_and_deciles_add_up_to_the_same_totals() {
        HoldoutErrors errors = Cdnow.holdout().evaluate(BG);
        List<HoldoutGroup> deciles = Cdnow.holdout().byDecile(BG);

        assertThat(errors.customers()).isEqualTo(2357);
        assertThat(errors.actual()).isEqualTo(1882);
        assertThat(errors.totalBias().orElseThrow()).isEqualTo(errors.expected() / 1882 - 1, offset(1e-12));
        assertThat(errors.meanAbsoluteError().orElseThrow())
                .isLessThan(errors.rootMeanSquareError().orElseThrow());
        assertThat(deciles)
                .hasSize(10)
                .allSatisfy(group -> assertThat(group.customers()).isBetween(235L, 236L));
        assertThat(deciles.stream().mapToLong(HoldoutGroup::actual).sum()).isEqualTo(errors.actual());
        assertThat(deciles.stream().mapToDouble(HoldoutGroup::expected).sum())
                .isEqualTo(errors.expected(), offset(1e-9));
        assertThat(deciles.get(0).expectedMean().orElseThrow())
                .isGreaterThan(deciles.get(9).expectedMean().orElseThrow());
        assertThat(errors.explain()).contains("of 2357 customers, 1882 made");
    }

    /** Cumulative repeat purchases of all after 20 to 25 weeks, as in the walkthrough of BTYD. */
    @Test
    void the_pareto_nbd_tracks_all_purchases_from_the_start() {
        int[] expected = {1309, 1385, 1460, 1533, 1604, 1674};

        for (int week = 20; week <= 25; week++) {
            double sum = 0;
            for (Cdnow.Row row : Cdnow.ROWS) {
                int born = Cdnow.CALIBRATION_DAYS - 1 - row.age();
                sum += row.customers() * PARETO.expectedPurchases(Horizon.days(7 * week - born));
            }
            assertThat(sum).isEqualTo(expected[week - 20], offset(1.0));
        }
    }

    /** The value of customer 1: 360 weeks taken for 12 months in the quickstart of lifetimes, and 12 months. */
    @Test
    void twelve_months_are_not_taken_for_360_weeks() {
        LifetimeValue value = new LifetimeValue(BG, SPEND);
        BuyingHistory history = new BuyingHistory(2, 30.43, 38.86, UnitOfTime.WEEK);
        SpendHistory spent = new SpendHistory(2, 2235, CurrencyUnit.USD);
        Horizon month = Horizon.weeks(4.345);

        CustomerValue long360 = value.value(history, spent, Horizon.weeks(360), new Discount(0.01, Horizon.weeks(30)))
                .orElseThrow();
        CustomerValue year = value.value(history, spent, Horizon.weeks(12 * 4.345), new Discount(0.01, month))
                .orElseThrow();

        assertThat(long360.amount()).isEqualTo(140.096211, offset(1e-3));
        assertThat(year.amount()).isEqualTo(36.278497, offset(1e-3));
        assertThat(year.money()).isEqualTo(Money.of(CurrencyUnit.USD, new BigDecimal("36.28")));
        assertThat(year.explain()).endsWith("at USD 24.66 each: worth USD 36.28.");
    }

    @Test
    void a_margin_is_kept_of_every_purchase() {
        LifetimeValue revenue = new LifetimeValue(BG, SPEND);
        BuyingHistory history = new BuyingHistory(2, 30.43, 38.86, UnitOfTime.WEEK);
        SpendHistory spent = new SpendHistory(2, 2235, CurrencyUnit.USD);
        Discount yearly = Discount.perYear(0.1);

        CustomerValue all =
                revenue.value(history, spent, Horizon.years(1), yearly).orElseThrow();
        CustomerValue kept = revenue.withMargin(0.3)
                .value(history, spent, Horizon.years(1), yearly)
                .orElseThrow();

        assertThat(revenue.margin()).isEqualTo(1);
        assertThat(kept.amount()).isEqualTo(0.3 * all.amount(), offset(1e-12));
        assertThat(kept.money()).isEqualTo(Money.ofMinor(CurrencyUnit.USD, Math.round(30 * all.amount())));
        assertThat(kept.spendEach()).isEqualTo(all.spendEach());
        assertThat(kept.explain()).contains(" each, of which a margin of 30.00 % is kept: worth " + kept.money() + ".");
        assertThat(all.explain()).doesNotContain("margin");
    }

    @Test
    void a_margin_is_above_0_and_at_most_1() {
        LifetimeValue value = new LifetimeValue(BG, SPEND);

        for (double margin : new double[] {0, -0.1, 1.0001, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> value.withMargin(margin))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("margin");
        }
        assertThat(value.withMargin(1)).isEqualTo(value);
    }
}
