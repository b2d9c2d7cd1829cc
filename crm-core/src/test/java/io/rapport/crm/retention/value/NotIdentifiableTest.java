package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be told is said not to be told. */
class NotIdentifiableTest {

    private static final Horizon YEAR = Horizon.years(1);

    static Stream<BuyingHistories> hopeless() {
        BuyingHistories one = BuyingHistories.in(UnitOfTime.WEEK);
        one.add(3, 20, 37);
        BuyingHistories none = BuyingHistories.in(UnitOfTime.WEEK);
        BuyingHistories neverAgain = BuyingHistories.in(UnitOfTime.WEEK);
        BuyingHistories onceAgain = BuyingHistories.in(UnitOfTime.WEEK);
        BuyingHistories notObserved = BuyingHistories.in(UnitOfTime.WEEK);
        notObserved.add(0, 0, 0, 50);
        BuyingHistories same = BuyingHistories.in(UnitOfTime.WEEK);
        same.add(5000, 36, 37, 50);
        for (int i = 1; i <= 30; i++) {
            neverAgain.add(0, 0, i);
            onceAgain.add(1, i / 2.0, i);
        }
        return Stream.of(one, none, neverAgain, onceAgain, notObserved, same);
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void no_transaction_model_is_told_from_customers_who_do_not_differ(BuyingHistories histories) {
        for (Fit<?> fit : List.of(BgNbd.fit(histories), MbgNbd.fit(histories), ParetoNbd.fit(histories))) {
            assertThat(Fits.reason(fit)).isNotBlank();
            assertThat(fit.explain()).startsWith("Not identifiable: ");
        }
    }

    @Test
    void the_reason_is_named() {
        List<BuyingHistories> hopeless = hopeless().toList();

        assertThat(Fits.reason(BgNbd.fit(hopeless.get(0)))).startsWith("one customer");
        assertThat(Fits.reason(BgNbd.fit(hopeless.get(1)))).isEqualTo("there are no customers");
        assertThat(Fits.reason(MbgNbd.fit(hopeless.get(2)))).startsWith("no repeat purchases");
        assertThat(Fits.reason(ParetoNbd.fit(hopeless.get(3)))).contains("same number of repeat purchases, 1");
    }

    /** Everybody buys until the very end: nobody shows any sign of leaving, and a runs to 0. */
    @Test
    void customers_who_never_leave_give_no_rate_of_leaving() {
        BuyingHistories loyal = BuyingHistories.in(UnitOfTime.WEEK);
        Simulation simulation = new Simulation(11);
        for (int i = 0; i < 2_000; i++) {
            int x = 1 + (int) simulation.gamma(0.8, 0.05);
            loyal.add(x, 37, 37);
        }

        assertThat(Fits.reason(BgNbd.fit(loyal))).isNotBlank();
        assertThat(Fits.reason(MbgNbd.fit(loyal))).isNotBlank();
        assertThat(Fits.reason(ParetoNbd.fit(loyal))).isNotBlank();
    }

    @Test
    void customers_who_buy_less_unevenly_than_chance_give_no_spread() {
        BuyingHistories regular = BuyingHistories.in(UnitOfTime.WEEK);
        for (int i = 0; i < 500; i++) {
            regular.add(9 + i % 3, 36, 37);
        }

        assertThat(Fits.reason(BgNbd.fit(regular))).isNotBlank();
        assertThat(Fits.reason(ParetoNbd.fit(regular))).isNotBlank();
    }

    /** The spread of rates runs to nothing, r and alpha to infinity: a fit that used to take minutes to say so. */
    @Test
    void customers_who_buy_at_nearly_the_same_rate_give_no_spread() {
        Simulation simulation = new Simulation(42);
        BuyingHistories alike = BuyingHistories.in(UnitOfTime.WEEK);
        BuyingHistories coins = BuyingHistories.in(UnitOfTime.WEEK);
        BuyingHistories steady = BuyingHistories.in(UnitOfTime.WEEK);
        for (int i = 0; i < 2_000; i++) {
            double age = 30 + simulation.below(100) / 7.0;
            add(alike, simulation, simulation.gamma(400, 2_000), simulation.exponential(0.02), 0, age, 1);
            add(coins, simulation, 0.3, age, 0.1, age, 1);
            add(steady, simulation, 0.3, simulation.exponential(simulation.gamma(0.7, 12)), 0, age, 4);
        }

        for (BuyingHistories histories : List.of(alike, coins, steady)) {
            assertThat(Fits.reason(ParetoNbd.fit(histories))).isEqualTo("r runs to infinity");
        }
    }

    /** A customer who leaves at a time, or at a purchase with a probability; of so many beats each k-th is a purchase. */
    private static void add(
            BuyingHistories into, Simulation random, double rate, double leaves, double flip, double age, int k) {
        int x = 0;
        double last = 0;
        double next = random.gamma(k, k * rate);
        boolean gone = false;
        while (!gone && next <= Math.min(leaves, age)) {
            x++;
            last = next;
            next += random.gamma(k, k * rate);
            gone = random.uniform() <= flip;
        }
        into.add(x, last, age);
    }

    /** More than a sample is taken of, and its first start alone does not lead to the end. */
    @Test
    void many_customers_who_do_not_differ_are_found_out_by_a_sample_and_by_all() {
        Simulation simulation = new Simulation(43);
        BuyingHistories coins = BuyingHistories.in(UnitOfTime.WEEK);
        for (int i = 0; i < 21_000; i++) {
            add(coins, simulation, 0.3, 60, 0.1, 30 + simulation.uniform(), 1);
        }

        assertThat(coins.distinct()).isGreaterThan(20_000);
        assertThat(Fits.reason(ParetoNbd.fit(coins))).isEqualTo("r runs to infinity");
    }

    @Test
    void few_very_different_customers_give_a_model_or_a_reason_but_never_a_number_that_is_none() {
        for (int seed = 0; seed < 8; seed++) {
            Simulation simulation = new Simulation(seed);
            BuyingHistories histories = BuyingHistories.in(UnitOfTime.SECOND);
            for (int i = 0; i < 2 + simulation.below(12); i++) {
                int x = simulation.below(3) * simulation.below(2 + 5000 * simulation.below(2));
                double age = 3e7 * simulation.uniform();
                histories.add(x, x == 0 ? 0 : age * simulation.uniform(), age);
            }
            for (Fit<?> fit : List.of(BgNbd.fit(histories), MbgNbd.fit(histories), ParetoNbd.fit(histories))) {
                if (fit instanceof Fitted<?> fitted) {
                    assertThat(fitted.logLikelihood()).isFinite();
                    assertThat(fitted.gradientNorm()).isLessThanOrEqualTo(1e-8);
                    assertThat(fitted.parameters()).allSatisfy(parameter -> {
                        assertThat(parameter.value()).isFinite().isPositive();
                        assertThat(parameter.standardError()).isFinite().isLessThan(6 * parameter.value());
                    });
                } else {
                    assertThat(Fits.reason(fit)).isNotBlank();
                }
            }
        }
    }

    @Test
    void no_opportunity_model_is_told_from_customers_who_do_not_differ() {
        OpportunityHistories never = OpportunityHistories.every(YEAR);
        never.add(new OpportunityHistory(0, 0, 6), 100);
        OpportunityHistories always = OpportunityHistories.every(YEAR);
        always.add(new OpportunityHistory(6, 6, 6), 100);
        OpportunityHistories one = OpportunityHistories.every(YEAR);
        one.add(new OpportunityHistory(3, 4, 6));

        assertThat(Fits.reason(BgBb.fit(never))).startsWith("no repeat purchases");
        assertThat(Fits.reason(BgBb.fit(always))).contains("same number of opportunities, 6");
        assertThat(Fits.reason(BgBb.fit(one))).startsWith("one customer");
        assertThat(Fits.reason(BgBb.fit(OpportunityHistories.every(YEAR)))).isEqualTo("there are no customers");
    }

    @Test
    void no_contract_model_is_told_before_contracts_end() {
        ContractLifetimes running = ContractLifetimes.every(YEAR);
        running.addRunning(3, 100);
        ContractLifetimes oneYear = ContractLifetimes.ofSurvivors(YEAR, List.of(1000L, 900L));
        ContractLifetimes atOnce = ContractLifetimes.ofSurvivors(YEAR, List.of(1000L, 0L));
        ContractLifetimes steady = ContractLifetimes.ofSurvivors(YEAR, List.of(1000L, 900L, 810L, 729L, 656L));
        ContractLifetimes single = ContractLifetimes.every(YEAR);
        single.addEnded(2, 1);

        for (ContractLifetimes lifetimes : List.of(running, oneYear, atOnce, steady, single)) {
            assertThat(Fits.reason(ShiftedBetaGeometric.fit(lifetimes))).isNotBlank();
            assertThat(Fits.reason(BetaDiscreteWeibull.fit(lifetimes))).isNotBlank();
        }
        assertThat(Fits.reason(ShiftedBetaGeometric.fit(running))).isEqualTo("no contract has ended yet");
    }

    @Test
    void no_spend_model_is_told_from_customers_who_spend_the_same() {
        SpendHistories nothing = SpendHistories.in(CurrencyUnit.EUR);
        nothing.add(0, 0, 100);
        nothing.add(3, 0, 10);
        SpendHistories same = SpendHistories.in(CurrencyUnit.EUR);
        same.add(1, 1999, 10);
        same.add(4, 1999, 10);
        SpendHistories one = SpendHistories.in(CurrencyUnit.EUR);
        one.add(4, 1999, 1);
        SpendHistories tooAlike = SpendHistories.in(CurrencyUnit.EUR);
        tooAlike.add(1, 1999, 10);
        tooAlike.add(4, 2000, 10);

        assertThat(Fits.reason(GammaGamma.fit(nothing))).startsWith("no customer");
        assertThat(Fits.reason(GammaGamma.fit(same))).isEqualTo("every customer spends the same");
        assertThat(Fits.reason(GammaGamma.fit(one))).startsWith("one customer");
        assertThat(Fits.reason(GammaGamma.fit(tooAlike))).isNotBlank();
    }
}
