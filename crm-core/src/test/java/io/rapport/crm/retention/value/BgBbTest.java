package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.rapport.crm.fault.InvalidInputException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgBbTest {

    private static final Horizon YEAR = Horizon.years(1);

    /** Log-likelihood, alive, alive after 5 more, purchases in them, none, two, and all there will be at 10 %. */
    @ParameterizedTest
    @CsvSource({
        "1.204, 0.75, 0.657, 2.783, 0, 0, 0, 0.0, 1.0, 0.49616465400475, 1.937707208285, 0.31878332874063, 0.13392148357426, 2.7009529642517",
        "1.204, 0.75, 0.657, 2.783, 0, 0, 6, -1.1672624726739, 0.11609661329298, 0.085949744995681, 0.072802877475043, 0.9522346083002, 0.012318629046091, 0.11464699618176",
        "1.204, 0.75, 0.657, 2.783, 1, 1, 6, -2.2885316856663, 0.074600068298967, 0.055228629544735, 0.08563539833787, 0.95338829054843, 0.014165126657933, 0.1348551256045",
        "1.204, 0.75, 0.657, 2.783, 4, 5, 6, -5.0956756388634, 0.7488168141805, 0.5543711603789, 2.0296230314778, 0.33851940306168, 0.13098243887375, 3.1961674045098",
        "1.204, 0.75, 0.657, 2.783, 6, 6, 6, -2.1822484476183, 1.0, 0.74032947695706, 3.7521156075998, 0.076841143774012, 0.06898490220957, 5.9086783195554",
        "1.204, 0.75, 0.657, 2.783, 3, 40, 60, -16.727222265627, 0.54568591976591, 0.51882539740568, 0.17958169003258, 0.84712650348738, 0.02178326564618, 0.33602400938927",
        "0.5, 4, 1, 0.2, 0, 0, 0, 0.0, 1.0, 0.038461538461538, 0.045128482628483, 0.96630718946638, 0.0057516669764716, 0.048204496285247",
        "0.5, 4, 1, 0.2, 0, 0, 6, -0.035425407996676, 0.020746402222703, 0.011484615516139, 0.003410843161058, 0.99724832404647, 0.00044319100233346, 0.004645426310288",
        "0.5, 4, 1, 0.2, 1, 1, 6, -4.3080263813363, 0.082648945059009, 0.045752094586237, 0.040764068776421, 0.97144399118513, 0.0067718291392382, 0.055518963689212",
        "0.5, 4, 1, 0.2, 4, 5, 6, -9.7323357931148, 0.73239436619718, 0.40543259557344, 1.0836934806782, 0.49237886247503, 0.15289891622861, 1.4759453805751",
        "0.5, 4, 1, 0.2, 6, 6, 6, -9.830678736114, 1.0, 0.55357142857143, 2.1372843646708, 0.21258697398024, 0.18397347610315, 2.9108922783565",
        "0.5, 4, 1, 0.2, 3, 40, 60, -18.111079744556, 0.46576401844197, 0.4300459188682, 0.12043182655491, 0.89458040915604, 0.012647129128249, 0.21751141102192"
    })
    void figures_agree_with_50_digit_arithmetic(
            double alpha,
            double beta,
            double gamma,
            double delta,
            int x,
            int last,
            int n,
            double logLikelihood,
            double alive,
            double aliveThen,
            double purchases,
            double none,
            double two,
            double residual) {
        BgBb model = new BgBb(alpha, beta, gamma, delta, YEAR);
        OpportunityHistory history = new OpportunityHistory(x, last, n);
        Horizon ahead = Horizon.years(5);

        assertThat(model.logLikelihood(history)).isEqualTo(logLikelihood, offset(1e-10));
        assertThat(model.aliveProbability(history)).isEqualTo(alive, offset(1e-12));
        assertThat(model.aliveProbability(history, ahead)).isEqualTo(aliveThen, offset(1e-12));
        assertThat(model.expectedPurchases(history, ahead)).isEqualTo(purchases, offset(1e-12));
        assertThat(model.purchaseProbability(history, ahead, 0)).isEqualTo(none, offset(1e-12));
        assertThat(model.purchaseProbability(history, ahead, 2)).isEqualTo(two, offset(1e-12));
        assertThat(model.discountedResidualPurchases(history, Discount.perYear(0.1)))
                .isEqualTo(residual, offset(1e-10));
        assertThat(model.discountedPurchases(history, Horizon.years(400), Discount.perYear(0.1)))
                .isEqualTo(residual, offset(1e-8));
        assertThat(IntStream.rangeClosed(0, 5)
                        .mapToDouble(k -> model.purchaseProbability(history, ahead, k))
                        .sum())
                .isEqualTo(1, offset(1e-12));
    }

    /** 11,104 donors, six yearly appeals: table 1 and the estimates of Fader, Hardie and Shang (2010). */
    @Test
    void the_published_fit_to_donors_is_found() {
        int[][] donors = {
            {6, 6, 1203}, {5, 6, 728}, {4, 6, 512}, {3, 6, 357}, {2, 6, 234}, {1, 6, 129}, {5, 5, 335}, {4, 5, 284},
            {3, 5, 225}, {2, 5, 173}, {1, 5, 119}, {4, 4, 240}, {3, 4, 181}, {2, 4, 155}, {1, 4, 78}, {3, 3, 322},
            {2, 3, 255}, {1, 3, 129}, {2, 2, 613}, {1, 2, 277}, {1, 1, 1091}, {0, 0, 3464}
        };
        OpportunityHistories histories = OpportunityHistories.every(YEAR);
        for (int[] row : donors) {
            histories.add(new OpportunityHistory(row[0], row[1], 6), row[2]);
        }

        Fitted<BgBb> fit = Fits.fitted(BgBb.fit(histories));

        assertThat(fit.customers()).isEqualTo(11_104);
        assertThat(fit.model().alpha()).isEqualTo(1.204, offset(1e-3));
        assertThat(fit.model().beta()).isEqualTo(0.750, offset(1e-3));
        assertThat(fit.model().gamma()).isEqualTo(0.657, offset(1e-3));
        assertThat(fit.model().delta()).isEqualTo(2.783, offset(2e-3));
        assertThat(fit.logLikelihood()).isEqualTo(-33225.6, offset(0.05));
    }

    @Test
    void a_history_must_fit_together() {
        assertThatThrownBy(() -> new OpportunityHistory(1, 3, 2)).hasMessageContaining("last");
        assertThatThrownBy(() -> new OpportunityHistory(3, 2, 6)).hasMessageContaining("frequency");
        assertThatThrownBy(() -> new OpportunityHistory(0, 2, 6)).hasMessageContaining("last");
        assertThatThrownBy(() -> new OpportunityHistory(-1, 0, 6)).hasMessageContaining("frequency");
    }

    @Test
    void a_horizon_that_is_no_whole_number_of_periods_is_refused() {
        BgBb model = new BgBb(1, 1, 1, 1, YEAR);
        OpportunityHistory history = new OpportunityHistory(1, 1, 6);

        assertThat(model.expectedPurchases(history, Horizon.months(24)))
                .isEqualTo(model.expectedPurchases(history, Horizon.years(2)));
        assertThatThrownBy(() -> model.expectedPurchases(history, Horizon.weeks(60)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("multiple of 1 year");
    }
}
