package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.rapport.crm.retention.Shards;
import io.rapport.crm.retention.value.SpendIndependence.Verdict;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendIndependenceTest {

    /** 946 repeat buyers: 0.11 in Fader, Hardie and Lee (2005), RFM and CLV, who find it too weak to matter. */
    @Test
    void the_customers_of_cdnow_depend_weakly() {
        SpendCorrelation found = correlation(Cdnow.spend());

        assertThat(found.customers()).isEqualTo(946);
        assertThat(found.coefficient()).isEqualTo(0.113884, offset(5e-5));
        assertThat(found.lower()).isEqualTo(Math.tanh(0.114380 - 1.959964 / Math.sqrt(943)), offset(1e-4));
        assertThat(found.upper()).isEqualTo(Math.tanh(0.114380 + 1.959964 / Math.sqrt(943)), offset(1e-4));
        assertThat(found.verdict()).isEqualTo(Verdict.WEAK_DEPENDENCE);
        assertThat(found.explain())
                .isEqualTo(
                        "Correlation of the number of purchases with their mean value over 946 customers: 0.114,"
                                + " from 0.051 to 0.176 with 95.00 % confidence: spend depends on how often they buy, but weakly.");
    }

    /** x = 1, 2, 3, 4, 5 and z = 2, 1, 4, 3, 7: r = 12 / sqrt(10 * 21.2), by hand. */
    @Test
    void a_correlation_is_that_of_pearson_with_the_interval_of_fisher() {
        SpendCorrelation found = correlation(spend(1, 200, 2, 100, 3, 400, 4, 300, 5, 700));
        double r = 12 / Math.sqrt(10 * 21.2);
        double z = Math.log((1 + r) / (1 - r)) / 2;
        double half = 1.959963984540054 / Math.sqrt(2);

        assertThat(found.coefficient()).isEqualTo(r, offset(1e-14));
        assertThat(found.lower()).isEqualTo(Math.tanh(z - half), offset(1e-12));
        assertThat(found.upper()).isEqualTo(Math.tanh(z + half), offset(1e-12));
        assertThat(found.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(found.explain())
                .endsWith("too wide to tell how strongly, if at all, spend depends on how often they buy.");
    }

    @Test
    void who_did_not_buy_again_or_paid_nothing_has_no_say() {
        SpendHistories spend = spend(1, 200, 2, 100, 3, 400, 4, 300, 5, 700);
        SpendCorrelation alone = correlation(spend);
        spend.add(0, 0, 1_000);
        spend.add(9, 0, 1_000);

        assertThat(correlation(spend)).isEqualTo(alone);
    }

    @Test
    void simulated_customers_are_judged_as_they_are() {
        Simulation simulation = new Simulation(21);
        GammaGamma model = new GammaGamma(6, 3.7, 15, CurrencyUnit.EUR);
        SpendHistories free = SpendHistories.in(CurrencyUnit.EUR);
        SpendHistories bound = SpendHistories.in(CurrencyUnit.EUR);
        for (int i = 0; i < 5_000; i++) {
            int x = 1 + simulation.below(8);
            double mean = simulation.meanSpend(model, x);
            free.add(x, mean, 1);
            bound.add(x, x * mean, 1);
        }

        assertThat(correlation(free).verdict()).isEqualTo(Verdict.PLAUSIBLE);
        assertThat(correlation(free).explain()).endsWith("spend may be taken to be independent of how often they buy.");
        assertThat(correlation(bound).verdict()).isEqualTo(Verdict.STRONG_DEPENDENCE);
        assertThat(correlation(bound).explain()).endsWith("Gamma-Gamma takes it not to.");
    }

    @Test
    void customers_who_lie_on_a_line_have_an_interval_of_one_point() {
        SpendCorrelation falling = correlation(spend(1, 400, 2, 300, 3, 200, 4, 100));

        assertThat(falling.coefficient()).isEqualTo(-1, offset(1e-15));
        assertThat(falling.lower()).isEqualTo(-1, offset(1e-12));
        assertThat(falling.verdict()).isEqualTo(Verdict.STRONG_DEPENDENCE);
    }

    @Test
    void too_few_or_too_equal_customers_have_no_correlation() {
        assertThat(reason(spend())).isEqualTo("fewer than 4 customers have repeat purchases with a value, namely 0");
        assertThat(reason(spend(1, 200, 2, 100, 3, 400, 0, 0))).endsWith("namely 3");
        assertThat(reason(spend(3, 200, 3, 100, 3, 400, 3, 401)))
                .isEqualTo("every customer has the same number of repeat purchases");
        assertThat(reason(spend(1, 0.1, 2, 0.1, 3, 0.1, 4, 0.1, 5, 0.1, 6, 0.1, 7, 0.1)))
                .isEqualTo("every customer spends the same");
        assertThat(reason(spend(1, 200, 1, 200, 1, 200, 1, 200))).startsWith("every customer");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-5, 1, 1e9, 1e150, 1e300})
    void amounts_of_any_size_have_the_same_correlation(double scale) {
        SpendCorrelation found = correlation(spend(1, 2 * scale, 2, scale, 3, 4 * scale, 4, 3 * scale, 5, 7 * scale));

        assertThat(found.coefficient()).isEqualTo(12 / Math.sqrt(10 * 21.2), offset(1e-12));
    }

    @Test
    void the_confidence_is_a_share() {
        for (double confidence : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> Cdnow.spend().independence(confidence)).hasMessageContaining("confidence");
        }
    }

    @Property(tries = 20)
    void customers_in_any_shards_have_the_same_correlation(
            @ForAll @IntRange(min = 1, max = 64) int shards, @ForAll long seed) {
        List<Cdnow.Row> rows = Cdnow.ROWS;

        SpendHistories merged = Shards.merged(
                rows,
                shards,
                seed,
                () -> SpendHistories.in(CurrencyUnit.USD),
                (spend, row) -> spend.add(row.x(), row.spend().meanMinor(), row.customers()),
                SpendHistories::merge);

        assertThat(merged.independence(0.9)).isEqualTo(Cdnow.spend().independence(0.9));
    }

    private static SpendHistories spend(double... purchasesAndMeans) {
        SpendHistories spend = SpendHistories.in(CurrencyUnit.EUR);
        for (int i = 0; i < purchasesAndMeans.length; i += 2) {
            spend.add((int) purchasesAndMeans[i], purchasesAndMeans[i + 1], 1);
        }
        return spend;
    }

    private static SpendCorrelation correlation(SpendHistories spend) {
        SpendIndependence found = spend.independence(0.95);
        assertThat(found).as(found.explain()).isInstanceOf(SpendCorrelation.class);
        return (SpendCorrelation) found;
    }

    private static String reason(SpendHistories spend) {
        SpendIndependence found = spend.independence(0.95);
        assertThat(found.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(found).as(found.explain()).isInstanceOf(UndefinedSpendCorrelation.class);
        assertThat(found.explain()).startsWith("Undefined: ");
        return ((UndefinedSpendCorrelation) found).reason();
    }
}
