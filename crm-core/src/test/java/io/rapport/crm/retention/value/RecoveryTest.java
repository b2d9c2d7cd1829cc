package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Of 20,000 simulated customers each model finds the parameters they were made with. */
class RecoveryTest {

    private static final int CUSTOMERS = 20_000;
    private static final Horizon YEAR = Horizon.years(1);

    @Test
    void the_bg_nbd_finds_its_parameters() {
        BetaGeometric truth = new BetaGeometric(0.6, 5, 0.8, 2.4, UnitOfTime.WEEK, 0);
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.WEEK);
        Simulation simulation = new Simulation(1);
        for (int i = 0; i < CUSTOMERS; i++) {
            simulation.addBetaGeometric(histories, truth, 30 + simulation.below(100) / 7.0);
        }

        assertRecovered(Fits.fitted(BgNbd.fit(histories)), 0.6, 5, 0.8, 2.4);
    }

    /** Then the search begins with a sample of them. */
    @Test
    void customers_of_whom_no_two_are_alike_give_the_parameters_too() {
        BetaGeometric truth = new BetaGeometric(0.6, 5, 0.8, 2.4, UnitOfTime.WEEK, 0);
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.WEEK);
        Simulation simulation = new Simulation(8);
        for (int i = 0; i < 6 * CUSTOMERS; i++) {
            simulation.addBetaGeometric(histories, truth, 30 + 14 * simulation.uniform());
        }

        Fitted<BgNbd> fit = Fits.fitted(BgNbd.fit(histories));

        assertThat(histories.distinct()).isEqualTo(6 * CUSTOMERS);
        assertThat(fit.gradientNorm()).isLessThan(1e-8);
        assertThat(fit.model().alpha())
                .isEqualTo(5, offset(3 * fit.parameters().get(1).standardError()));
        assertThat(fit.model().a())
                .isEqualTo(0.8, offset(3 * fit.parameters().get(2).standardError()));
    }

    @Test
    void the_mbg_nbd_finds_its_parameters() {
        BetaGeometric truth = new BetaGeometric(0.6, 5, 0.8, 2.4, UnitOfTime.WEEK, 1);
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.WEEK);
        Simulation simulation = new Simulation(2);
        for (int i = 0; i < CUSTOMERS; i++) {
            simulation.addBetaGeometric(histories, truth, 30 + simulation.below(100) / 7.0);
        }

        assertRecovered(Fits.fitted(MbgNbd.fit(histories)), 0.6, 5, 0.8, 2.4);
    }

    @Test
    void the_pareto_nbd_finds_its_parameters() {
        ParetoNbd truth = new ParetoNbd(0.6, 5, 0.7, 12, UnitOfTime.WEEK);
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.WEEK);
        Simulation simulation = new Simulation(3);
        for (int i = 0; i < CUSTOMERS; i++) {
            simulation.addPareto(histories, truth, 40 + simulation.below(100) / 7.0);
        }

        assertRecovered(Fits.fitted(ParetoNbd.fit(histories)), 0.6, 5, 0.7, 12);
    }

    /** Then the search begins with a sample of them. */
    @Test
    void many_different_customers_give_the_parameters_of_the_pareto_nbd_too() {
        ParetoNbd truth = new ParetoNbd(1.6, 5, 0.7, 12, UnitOfTime.WEEK);
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.WEEK);
        Simulation simulation = new Simulation(9);
        for (int i = 0; i < 25_000; i++) {
            simulation.addPareto(histories, truth, 40 + 14 * simulation.uniform());
        }

        Fitted<ParetoNbd> fit = Fits.fitted(ParetoNbd.fit(histories));

        assertThat(histories.distinct()).isEqualTo(25_000);
        assertThat(fit.gradientNorm()).isLessThan(1e-8);
        assertThat(fit.model().r())
                .isEqualTo(1.6, offset(3 * fit.parameters().get(0).standardError()));
        assertThat(fit.model().s())
                .isEqualTo(0.7, offset(3 * fit.parameters().get(2).standardError()));
    }

    @Test
    void the_bg_bb_finds_its_parameters() {
        BgBb truth = new BgBb(1.2, 0.75, 0.66, 2.8, YEAR);
        OpportunityHistories histories = OpportunityHistories.every(YEAR);
        Simulation simulation = new Simulation(4);
        for (int i = 0; i < CUSTOMERS; i++) {
            histories.add(simulation.opportunities(truth, 6 + simulation.below(4)));
        }

        assertRecovered(Fits.fitted(BgBb.fit(histories)), 1.2, 0.75, 0.66, 2.8);
    }

    @Test
    void the_shifted_beta_geometric_model_finds_its_parameters() {
        ContractLifetimes lifetimes = contracts(0.7, 3.8, 1, 5);

        assertRecovered(Fits.fitted(ShiftedBetaGeometric.fit(lifetimes)), 0.7, 3.8);
    }

    @Test
    void the_beta_discrete_weibull_model_finds_its_parameters() {
        ContractLifetimes lifetimes = contracts(0.6, 2, 1.4, 6);

        assertRecovered(Fits.fitted(BetaDiscreteWeibull.fit(lifetimes)), 0.6, 2, 1.4);
    }

    private static ContractLifetimes contracts(double gamma, double delta, double c, long seed) {
        ContractLifetimes lifetimes = ContractLifetimes.every(YEAR);
        Simulation simulation = new Simulation(seed);
        for (int i = 0; i < CUSTOMERS; i++) {
            simulation.addContract(lifetimes, simulation.beta(gamma, delta), c, 5 + simulation.below(8));
        }
        return lifetimes;
    }

    @Test
    void the_gamma_gamma_model_finds_its_parameters() {
        GammaGamma truth = new GammaGamma(6, 3.7, 15, CurrencyUnit.USD);
        SpendHistories spend = SpendHistories.in(CurrencyUnit.USD);
        Simulation simulation = new Simulation(7);
        for (int i = 0; i < CUSTOMERS; i++) {
            int x = 1 + simulation.below(8);
            spend.add(x, simulation.meanSpend(truth, x), 1);
        }

        assertRecovered(Fits.fitted(GammaGamma.fit(spend)), 6, 3.7, 15);
    }

    private static void assertRecovered(Fitted<?> fit, double... truth) {
        List<Estimate> estimates = fit.parameters();
        assertThat(fit.customers()).isEqualTo(CUSTOMERS);
        assertThat(fit.gradientNorm()).isLessThan(1e-8);
        assertThat(estimates).hasSize(truth.length);
        for (int i = 0; i < truth.length; i++) {
            Estimate estimate = estimates.get(i);
            assertThat(estimate.standardError()).isBetween(1e-3 * truth[i], 0.4 * truth[i]);
            assertThat(estimate.value()).as(estimate.name()).isEqualTo(truth[i], offset(3 * estimate.standardError()));
        }
    }
}
