package io.rapport.crm.retention.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.retention.RevenueDays;
import io.rapport.crm.retention.Sales;
import io.rapport.crm.retention.Sales.Sale;
import io.rapport.crm.retention.Shards;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RfmScoringTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 1, 5);

    /** By hand: of 7 values, cut k of 5 is the value of rank ceil(7 k / 5) = 2, 3, 5, 6. */
    @Test
    void value_cuts_are_the_smallest_values_that_enough_customers_do_not_exceed() {
        Cuts cuts = Cuts.of(new ScoreRule.ValueCuts(5), histogram(10, 20, 20, 30, 40, 50, 60));

        assertThat(cuts.values()).containsExactly(20.0, 20.0, 40.0, 50.0);
        assertThat(List.of(10.0, 20.0, 30.0, 40.0, 50.0, 60.0).stream().map(cuts::score))
                .containsExactly(1, 1, 3, 3, 4, 5);
    }

    @Test
    void a_value_that_equals_a_fixed_cut_is_below_it() {
        Cuts cuts = Cuts.of(new ScoreRule.FixedCuts(List.of(30.0, 90.0)), new ValueHistogram());

        assertThat(List.of(0.0, 30.0, 31.0, 90.0, 91.0).stream().map(cuts::score))
                .containsExactly(1, 1, 2, 2, 3);
    }

    /** R: quantile(c(1, 2, 3, 4, 10), (1:4) / 5) is 1.8, 2.6, 3.4, 5.2; the package adds 1. */
    @Test
    void the_rule_of_the_r_package_adds_one_to_interpolated_quantiles() {
        Cuts cuts = Cuts.of(new ScoreRule.RPackage(5, 1), histogram(1, 2, 3, 4, 10));

        assertThat(cuts.values().stream().map(cut -> Math.round(cut * 1e9) / 1e9))
                .containsExactly(2.8, 3.6, 4.4, 6.2);
        assertThat(List.of(1.0, 2.0, 3.0, 4.0, 10.0).stream().map(cuts::score)).containsExactly(1, 1, 2, 3, 5);
        assertThat(new Cuts(List.of(4.0), true).score(4)).isEqualTo(2);
    }

    /** Seven in three bins: three, two, two. */
    @Test
    void ntile_deals_customers_out_evenly_even_if_their_values_are_equal() {
        RevenueDays revenue = Sales.revenue(
                "2025-01-01=100",
                "2025-01-01=100",
                "2025-01-01=100",
                "2025-01-01=100",
                "2025-01-01=100",
                "2025-01-01=100",
                "2024-01-01=900");

        RfmTable table = RfmScoring.ntile(3).of(values(revenue));

        assertThat(table.monetaryScores()).containsExactly(3L, 2L, 2L);
        assertThat(table.recencyScores()).containsExactly(3L, 2L, 2L);
        assertThat(score(table, 6)).isEqualTo("133");
        assertThat(score(table, 0)).isEqualTo("111");
        assertThat(score(table, 5)).isEqualTo("333");
    }

    @Test
    void who_bought_lately_often_and_much_scores_high() {
        RevenueDays revenue = Sales.revenue(
                "2024-06-01=100",
                "2024-08-01=100 2024-08-02=200",
                "2024-10-01=100 2024-10-02=200 2024-10-03=300 2025-01-06=999999", // the last after the day
                "2025-01-04=100 2025-01-05=5000 2024-12-01=50 2024-12-01=50 2024-11-01=1");

        RfmTable table = RfmScoring.valueCuts(4).of(values(revenue));

        assertThat(score(table, 0)).isEqualTo("111");
        assertThat(score(table, 1)).isEqualTo("222");
        assertThat(score(table, 2)).isEqualTo("333");
        assertThat(table.customer(Sales.customer(3)))
                .contains(new RfmCustomer(Sales.customer(3), 0, 4, 5201, new RfmScore(4, 4, 4)));
        assertThat(table.count(4, 4)).isEqualTo(1);
        assertThat(table.customer(Sales.customer(9))).isEmpty();
    }

    @Test
    void frequency_can_be_orders_and_monetary_the_mean() {
        RevenueDays revenue = Sales.revenue("2025-01-01=100 2025-01-01=300 2025-01-02=500");

        assertThat(first(revenue, Frequency.PURCHASE_DAYS, Monetary.MEAN).monetaryMinor())
                .isEqualTo(450);
        assertThat(first(revenue, Frequency.ORDERS, Monetary.MEAN).monetaryMinor())
                .isEqualTo(300);
        assertThat(first(revenue, Frequency.ORDERS, Monetary.SUM).frequency()).isEqualTo(3);
        assertThatThrownBy(() -> RfmValues.of(revenue, LocalDate.of(2025, 1, 1), Frequency.ORDERS, Monetary.SUM))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("asOf lies before purchases");
    }

    @Property(tries = 150)
    void equal_values_get_equal_scores_and_cuts_are_as_defined(
            @ForAll("sales") List<Sale> sales, @ForAll("scorings") RfmScoring scoring) {
        RfmTable table = scoring.of(values(Sales.revenue(sales)));

        Map<Double, Long> scores = table.stream()
                .collect(Collectors.groupingBy(
                        RfmCustomer::monetaryMinor,
                        Collectors.collectingAndThen(
                                Collectors.mapping(customer -> customer.score().monetary(), Collectors.toSet()),
                                different -> (long) different.size())));
        assertThat(scores.values()).allMatch(different -> different == 1);
        List<RfmCustomer> customers = table.stream().toList();
        for (RfmCustomer one : customers) {
            for (RfmCustomer other : customers) {
                if (one.recencyDays() <= other.recencyDays()) {
                    assertThat(one.score().recency())
                            .isGreaterThanOrEqualTo(other.score().recency());
                }
                if (one.frequency() >= other.frequency()) {
                    assertThat(one.score().frequency())
                            .isGreaterThanOrEqualTo(other.score().frequency());
                }
            }
        }
    }

    @Property(tries = 100)
    void histograms_merged_in_any_tree_cut_as_all_customers_at_once(
            @ForAll("sales") List<Sale> sales,
            @ForAll("scorings") RfmScoring scoring,
            @ForAll("shards") int shards,
            @ForAll long seed) {
        RfmValues values = values(Sales.revenue(sales));
        List<RfmCustomer> customers = scoring.of(values).stream().toList();
        if (customers.isEmpty()) {
            return;
        }
        ValueHistogram merged = Shards.merged(
                customers,
                shards,
                seed,
                ValueHistogram::new,
                (histogram, customer) -> histogram.add(customer.monetaryMinor()),
                ValueHistogram::merge);

        assertThat(merged).isEqualTo(values.monetaryHistogram()).hasSameHashCodeAs(values.monetaryHistogram());
        RfmCuts cuts = scoring.cuts(values.recencyHistogram(), values.frequencyHistogram(), merged);
        for (RfmCustomer customer : customers) {
            assertThat(cuts.score(customer.recencyDays(), customer.frequency(), customer.monetaryMinor()))
                    .isEqualTo(customer.score());
        }
    }

    @Test
    void nobody_makes_an_empty_table() {
        RfmTable table = RfmScoring.valueCuts(5).of(values(Sales.none()));

        assertThat(table.size()).isZero();
        assertThat(table.recencyScores()).isEmpty();
        assertThatThrownBy(() -> Cuts.of(new ScoreRule.ValueCuts(5), new ValueHistogram()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("values are empty");
    }

    @Test
    void rules_that_make_no_scores_are_refused() {
        assertThatThrownBy(() -> new ScoreRule.ValueCuts(1)).hasMessageContaining("bins");
        assertThatThrownBy(() -> new ScoreRule.FixedCuts(List.of())).hasMessageContaining("cuts are empty");
        assertThatThrownBy(() -> new ScoreRule.FixedCuts(List.of(2.0, 2.0))).hasMessageContaining("do not rise");
        assertThatThrownBy(() -> new ScoreRule.RPackage(5, 0)).hasMessageContaining("unit");
        assertThatThrownBy(() -> Cuts.of(new ScoreRule.Ntile(5), histogram(1))).hasMessageContaining("no cuts");
        assertThatThrownBy(() -> new ValueHistogram().add(Double.NaN)).hasMessageContaining("value");
        assertThat(new RfmScore(10, 2, 3).code()).isEqualTo("10-2-3");
    }

    private static RfmValues values(RevenueDays revenue) {
        return RfmValues.of(revenue, AS_OF, Frequency.PURCHASE_DAYS, Monetary.SUM);
    }

    private static RfmCustomer first(RevenueDays revenue, Frequency counted, Monetary spent) {
        return RfmScoring.valueCuts(5).of(RfmValues.of(revenue, AS_OF, counted, spent)).stream()
                .findFirst()
                .orElseThrow();
    }

    private static String score(RfmTable table, int customer) {
        return table.customer(Sales.customer(customer)).orElseThrow().score().code();
    }

    private static ValueHistogram histogram(double... values) {
        ValueHistogram histogram = new ValueHistogram();
        for (double value : values) {
            histogram.add(value);
        }
        return histogram;
    }

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Sales.lists();
    }

    @Provide
    Arbitrary<RfmScoring> scorings() {
        return Arbitraries.of(
                RfmScoring.valueCuts(5), RfmScoring.valueCuts(2), RfmScoring.rPackage(5, CurrencyUnit.EUR));
    }

    @Provide
    Arbitrary<Integer> shards() {
        return Arbitraries.of(1, 2, 7, 64);
    }
}
