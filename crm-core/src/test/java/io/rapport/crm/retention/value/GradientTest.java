package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;

/** The analytic gradients are those of the likelihoods. */
class GradientTest {

    private static final double STEP = 1e-5;

    @Property(tries = 60)
    void of_the_beta_geometric_models(@ForAll long seed) {
        Simulation random = new Simulation(seed);
        SortedHistories rows = histories(random);

        assertGradient(new BetaGeometricLikelihood(rows, random.below(2)), parameters(random, 4));
    }

    @Property(tries = 60)
    void of_the_pareto_nbd(@ForAll long seed) {
        Simulation random = new Simulation(seed);
        SortedHistories rows = histories(random);

        assertGradient(new ParetoLikelihood(rows), parameters(random, 4));
    }

    @Property(tries = 60)
    void of_the_bg_bb(@ForAll long seed) {
        Simulation random = new Simulation(seed);
        OpportunityHistories histories = OpportunityHistories.every(Horizon.years(1));
        for (int i = 0; i < 20; i++) {
            int n = random.below(30);
            int last = random.below(n + 1);
            int x = last == 0 ? 0 : 1 + random.below(last);
            histories.add(new OpportunityHistory(x, last, n), 1 + random.below(5));
        }

        assertGradient(new BgBbLikelihood(histories.counts()), parameters(random, 4));
    }

    @Property(tries = 60)
    void of_the_contract_models(@ForAll long seed) {
        Simulation random = new Simulation(seed);
        ContractLifetimes lifetimes = ContractLifetimes.every(Horizon.years(1));
        for (int i = 0; i < 10; i++) {
            lifetimes.addEnded(1 + random.below(20), 1 + random.below(5));
            lifetimes.addRunning(random.below(20), 1 + random.below(5));
        }

        assertGradient(new BetaWeibullLikelihood(lifetimes), parameters(random, 2));
        assertGradient(new BetaWeibullLikelihood(lifetimes), parameters(random, 3));
    }

    @Property(tries = 60)
    void of_the_gamma_gamma_model(@ForAll long seed) {
        Simulation random = new Simulation(seed);
        SpendHistories spend = SpendHistories.in(CurrencyUnit.EUR);
        for (int i = 0; i < 20; i++) {
            spend.add(1 + random.below(40), random.gamma(2, 1e-3), 1 + random.below(5));
        }

        assertGradient(new GammaGammaLikelihood(spend.counts(), 100), parameters(random, 3));
    }

    private static SortedHistories histories(Simulation random) {
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.DAY);
        for (int i = 0; i < 20; i++) {
            int x = random.below(3) * random.below(40);
            double age = 300 * random.uniform();
            histories.add(x, x == 0 ? 0 : age * random.uniform(), age, 1 + random.below(5));
        }
        return histories.sorted();
    }

    private static double[] parameters(Simulation random, int n) {
        double[] parameters = new double[n];
        for (int i = 0; i < n; i++) {
            parameters[i] = Math.exp(-2 + 4 * random.uniform());
        }
        return parameters;
    }

    private static void assertGradient(Likelihood likelihood, double[] parameters) {
        double[] gradient = new double[parameters.length];
        double value = likelihood.at(parameters, gradient);
        for (int i = 0; i < parameters.length; i++) {
            double[] above = parameters.clone();
            double[] below = parameters.clone();
            above[i] *= 1 + STEP;
            below[i] *= 1 - STEP;
            double[] unused = new double[parameters.length];
            double difference = (likelihood.at(above, unused) - likelihood.at(below, unused)) / (2 * STEP);
            double tolerance = 1e-9 * Math.abs(value) + 1e-6 * Math.abs(difference) + 1e-7;
            assertThat(parameters[i] * gradient[i]).isEqualTo(difference, offset(tolerance));
        }
    }
}
