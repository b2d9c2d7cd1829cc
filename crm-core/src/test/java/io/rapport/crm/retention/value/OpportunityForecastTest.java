package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpportunityForecastTest {

    private static final Horizon YEAR = Horizon.years(1);
    private static final int AHEAD = 5;

    /** The model as it is told: every way to leave, over all who buy with p and leave with q, by numeric integration. */
    @ParameterizedTest
    @CsvSource({
        "1.204, 0.75, 0.657, 2.783, 0, 0, 0",
        "1.204, 0.75, 0.657, 2.783, 0, 0, 6",
        "1.204, 0.75, 0.657, 2.783, 1, 1, 6",
        "1.204, 0.75, 0.657, 2.783, 4, 5, 6",
        "1.204, 0.75, 0.657, 2.783, 6, 6, 6",
        "0.5, 4, 1.3, 0.9, 3, 7, 12"
    })
    void figures_agree_with_a_direct_computation(
            double alpha, double beta, double gamma, double delta, int x, int last, int n) {
        OpportunityHistory history = new OpportunityHistory(x, last, n);
        OpportunityForecast forecast =
                new BgBb(alpha, beta, gamma, delta, YEAR).forecast(history, Horizon.years(AHEAD));
        double[] sums = new double[5];
        for (int i = 0; i < sums.length; i++) {
            int figure = i;
            sums[i] = Integral.mean(
                    alpha,
                    beta,
                    (p, rest) -> Integral.mean(gamma, delta, (q, stays) -> direct(history, p, rest, q, stays)[figure]));
        }

        assertThat(forecast.history()).isEqualTo(history);
        assertThat(forecast.ahead()).isEqualTo(Horizon.years(AHEAD));
        assertThat(forecast.alive()).isEqualTo(sums[1] / sums[0], offset(1e-8));
        assertThat(forecast.aliveThen()).isEqualTo(sums[2] / sums[0], offset(1e-8));
        assertThat(forecast.expectedPurchases()).isEqualTo(sums[3] / sums[0], offset(1e-8));
        assertThat(forecast.noPurchase()).isEqualTo(sums[4] / sums[0], offset(1e-8));
    }

    /** The likelihood, and its products with: alive, alive then, purchases, none. */
    private static double[] direct(OpportunityHistory history, double p, double rest, double q, double stays) {
        int n = history.opportunities();
        int x = history.frequency();
        double alive = Math.pow(p, x) * Math.pow(rest, n - x) * Math.pow(stays, n);
        double gone = 0;
        for (int left = history.last(); left < n; left++) {
            gone += Math.pow(p, x) * Math.pow(rest, left - x) * Math.pow(stays, left) * q;
        }
        double purchases = 0;
        double none = Math.pow(rest, AHEAD) * Math.pow(stays, AHEAD);
        for (int i = 1; i <= AHEAD; i++) {
            purchases += p * Math.pow(stays, i);
            none += Math.pow(rest, i - 1) * Math.pow(stays, i - 1) * q;
        }
        return new double[] {alive + gone, alive, alive * Math.pow(stays, AHEAD), alive * purchases, gone + alive * none
        };
    }

    @Test
    void a_forecast_explains_itself() {
        BgBb donors = new BgBb(1.204, 0.75, 0.657, 2.783, YEAR);

        assertThat(donors.forecast(new OpportunityHistory(4, 5, 6), Horizon.years(5))
                        .explain())
                .isEqualTo("4 of 6 opportunities taken, none of the latest 1: still a customer with 74.9 %, after"
                        + " 5 years with 55.4 %; 2.03 purchases expected by then, none with 33.9 %.");
        assertThat(donors.forecast(new OpportunityHistory(6, 6, 6), YEAR).explain())
                .startsWith("6 of 6 opportunities taken, the latest among them: still a customer with 100.0 %");
        assertThat(donors.forecast(new OpportunityHistory(0, 0, 6), YEAR).explain())
                .startsWith("0 of 6 opportunities taken: still a customer with 11.6 %, after 1 year with");
    }
}
