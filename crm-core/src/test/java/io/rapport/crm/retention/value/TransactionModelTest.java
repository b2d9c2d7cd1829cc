package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.fault.InvalidInputException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransactionModelTest {

    private static final BgNbd CDNOW_BG = new BgNbd(0.243, 4.414, 0.793, 2.426, UnitOfTime.WEEK);
    private static final MbgNbd CDNOW_MBG = new MbgNbd(0.525, 6.183, 0.891, 1.614, UnitOfTime.WEEK);
    private static final ParetoNbd CDNOW_PARETO = new ParetoNbd(0.553, 10.578, 0.606, 11.669, UnitOfTime.WEEK);
    private static final Horizon AHEAD = Horizon.weeks(39);

    static Stream<TransactionModel> models() {
        return Stream.of(CDNOW_BG, CDNOW_MBG, CDNOW_PARETO);
    }

    /** Log-likelihood, alive, alive after 39 weeks, purchases in them, none, three: by 2F1 with 50 digits (mpmath). */
    @ParameterizedTest
    @CsvSource({
        "BG, 0.243, 4.414, 0.793, 2.426, 0, 0.0, 0.0, 0.0, 1.0, 0.79440334026322, 1.1967231933208, 0.57378635209601, 0.045860353848",
        "BG, 0.243, 4.414, 0.793, 2.426, 0, 0.0, 37.0, -0.54403755626024, 1.0, 0.95399105011136, 0.20296574866037, 0.85108153813994, 0.0073992320684029",
        "BG, 0.243, 4.414, 0.793, 2.426, 1, 1.7, 37.0, -4.4556768760642, 0.221020362091, 0.18468267731029, 0.2199477945239, 0.87585625600613, 0.012989920667606",
        "BG, 0.243, 4.414, 0.793, 2.426, 3, 37.0, 37.0, -12.595277962624, 0.84805518298525, 0.62406608721885, 2.1126106228498, 0.25053685030461, 0.12748058478017",
        "BG, 0.243, 4.414, 0.793, 2.426, 26, 30.86, 31.0, -37.726579473394, 0.96891564971753, 0.56201408058594, 20.749726140857, 0.031084353620212, 0.023316821833826",
        "BG, 0.243, 4.414, 0.793, 2.426, 132, 200.0, 200.0, -195.52516879928, 0.99409174557998, 0.86797500096832, 23.397779276934, 0.0059082545130807, 0.0056781473190916",
        "BG, 0.243, 4.414, 0.793, 2.426, 1000, 1.0, 37.0, 4204.5926974519, 1.8100731140837e-881, 1.0706853813774e-881, 1.2883765190915e-878, 1.0, 1.4256801598099e-884",
        "BG, 0.243, 4.414, 0.793, 2.426, 5000, 100.0, 300.0, 14325.956878486, 1.4369966299841e-2320, 1.3060589788422e-2320, 8.7709165792225e-2318, 1.0, 2.2759786600603e-2324",
        "BG, 0.5, 0.9, 1, 0.3, 1, 1.7, 37.0, -2.4360829284812, 0.0053615174006177, 0.0033056977129848, 0.0055354154635627, 0.99649353860167, 0.00027002420863917",
        "BG, 0.5, 0.9, 1, 0.3, 26, 30.86, 31.0, -37.186346142045, 0.95747662975678, 0.43799778646394, 20.217881828534, 0.042523370859045, 0.030369272903188",
        "BG, 0.5, 0.9, 1, 0.3, 1000, 1.0, 37.0, 5250.8552344603, 2.9116828447389e-1298, 1.4355986344451e-1298, 2.0610885149157e-1295, 1.0, 2.8963150025472e-1301",
        "BG, 2, 40, 1e-06, 9, 1, 1.7, 37.0, -4.9605095883302, 0.99999930044608, 0.99999916081023, 1.519479313123, 0.29248186462229, 0.11115210916193",
        "BG, 2, 40, 1e-06, 9, 26, 30.86, 31.0, -47.419740391192, 0.99999996891702, 0.99999960499192, 15.380278149362, 4.7761086524286e-6, 0.00085860615216686",
        "BG, 2, 40, 1e-06, 9, 1000, 1.0, 37.0, 2184.6842425558, 5.6127841695761e-266, 5.6127818826521e-266, 2.8485237925563e-263, 1.0, 5.5517152847719e-275",
        "MBG, 0.243, 4.414, 0.793, 2.426, 0, 0.0, 0.0, 0.0, 0.75365020192606, 0.62081682032789, 0.99112653358404, 0.67878399819351, 0.036558130548365",
        "MBG, 0.243, 4.414, 0.793, 2.426, 0, 0.0, 37.0, -0.38013592231349, 0.63971751956594, 0.61646940250069, 0.13322893529738, 0.90473425096131, 0.0052464764686556",
        "MBG, 0.243, 4.414, 0.793, 2.426, 1, 1.7, 37.0, -4.9218403934746, 0.28606344377555, 0.24645194198355, 0.29265020552943, 0.83932255565007, 0.017771137012009",
        "MBG, 0.243, 4.414, 0.793, 2.426, 3, 37.0, 37.0, -12.760087533656, 0.87248753818942, 0.66583664366419, 2.2270031066083, 0.22894491825445, 0.13322300599012",
        "MBG, 0.243, 4.414, 0.793, 2.426, 26, 30.86, 31.0, -37.755188553275, 0.96997633656096, 0.57017685097444, 20.933219119007, 0.030023666780434, 0.022658326875609",
        "MBG, 0.243, 4.414, 0.793, 2.426, 132, 200.0, 200.0, -195.53109457649, 0.99413543954622, 0.86880936090433, 23.409974618333, 0.0058645605468522, 0.0056378000718068",
        "MBG, 0.243, 4.414, 0.793, 2.426, 1000, 1.0, 37.0, 4204.5909086061, 1.811880609709e-881, 1.0721647301401e-881, 1.2899425771696e-878, 1.0, 1.4256877702938e-884",
        "MBG, 0.243, 4.414, 0.793, 2.426, 5000, 100.0, 300.0, 14325.956520052, 1.4372839473672e-2320, 1.3063436136634e-2320, 8.7727510872181e-2318, 1.0, 2.2759791490121e-2324",
        "MBG, 0.5, 0.9, 1, 0.3, 1, 1.7, 37.0, -4.4552509527551, 0.022825314336052, 0.016007703983464, 0.02620850967982, 0.98507212088596, 0.001493773584764",
        "MBG, 0.5, 0.9, 1, 0.3, 26, 30.86, 31.0, -37.225282071762, 0.95902724079989, 0.44744470430269, 20.480505765267, 0.040972759816929, 0.029490899667028",
        "MBG, 0.5, 0.9, 1, 0.3, 1000, 1.0, 37.0, 5250.8532350594, 2.9145965671893e-1298, 1.4377628107344e-1298, 2.063734541044e-1295, 1.0, 2.8963323181531e-1301",
        "MBG, 2, 40, 1e-06, 9, 1, 1.7, 37.0, -4.9605097582856, 0.99999937040142, 0.99999924262121, 1.5194794317308, 0.29248181512758, 0.1111521181299",
        "MBG, 2, 40, 1e-06, 9, 26, 30.86, 31.0, -47.419740420652, 0.9999999698051, 0.9999996144186, 15.380278238532, 4.7752205714433e-6, 0.00085860544383772",
        "MBG, 2, 40, 1e-06, 9, 1000, 1.0, 37.0, 2184.6832509831, 5.6183524078395e-266, 5.618350120509e-266, 2.8513497095539e-263, 1.0, 5.551731611826e-275"
    })
    void beta_geometric_figures_agree_with_50_digit_arithmetic(
            String kind,
            double r,
            double alpha,
            double a,
            double b,
            int x,
            double recency,
            double age,
            double logLikelihood,
            double alive,
            double aliveThen,
            double purchases,
            double none,
            double three) {
        TransactionModel model = kind.equals("BG")
                ? new BgNbd(r, alpha, a, b, UnitOfTime.WEEK)
                : new MbgNbd(r, alpha, a, b, UnitOfTime.WEEK);
        BuyingHistory history = new BuyingHistory(x, recency, age, UnitOfTime.WEEK);

        assertThat(model.logLikelihood(history)).isEqualTo(logLikelihood, near(logLikelihood, 1e-10));
        assertThat(model.aliveProbability(history)).isEqualTo(alive, near(alive, 1e-8));
        assertThat(model.aliveProbability(history, AHEAD)).isEqualTo(aliveThen, near(aliveThen, 1e-8));
        assertThat(model.expectedPurchases(history, AHEAD)).isEqualTo(purchases, near(purchases, 1e-8));
        assertThat(model.purchaseProbability(history, AHEAD, 0)).isEqualTo(none, near(none, 1e-8));
        assertThat(model.purchaseProbability(history, AHEAD, 3)).isEqualTo(three, near(three, 1e-8));
    }

    /** Log-likelihood, alive, purchases in 39 weeks, none, three, and all there will be at 0.2 % a week. */
    @ParameterizedTest
    @CsvSource({
        "0.553, 10.578, 0.606, 11.669, 0, 0.0, 0.0, 0.0, 1.0, 1.213002844281, 0.59362503160238, 0.049039953642814, 4.6108126504012",
        "0.553, 10.578, 0.606, 11.669, 0, 0.0, 37.0, -0.51466496345133, 0.3065865671403, 0.1148721324466, 0.9265842468878, 0.0057922506181364, 0.60645147109108",
        "0.553, 10.578, 0.606, 11.669, 1, 1.7, 37.0, -4.4383550234143, 0.1802640041602, 0.18967797248975, 0.90567944342612, 0.012246513914245, 1.001378515398",
        "0.553, 10.578, 0.606, 11.669, 3, 37.0, 37.0, -12.498971092886, 1.0, 2.4073078762687, 0.21482396601461, 0.13775882052463, 12.709047632688",
        "0.553, 10.578, 0.606, 11.669, 26, 30.86, 31.0, -39.131671540303, 0.99791873105516, 20.117026077371, 0.023810270594078, 0.018406499818506, 102.60510671484",
        "0.553, 10.578, 0.606, 11.669, 132, 200.0, 200.0, -196.35888358746, 1.0, 23.299724515564, 0.0045277730508427, 0.0043692863871513, 181.72301529708",
        "0.553, 10.578, 0.606, 11.669, 1000, 1.0, 37.0, 3451.8592191918, 6.1775056193379e-612, 4.1878361056751e-609, 1.0, 3.6384062268289e-615, 2.2109099159934e-608",
        "0.553, 10.578, 0.606, 11.669, 5000, 100.0, 300.0, 14046.560996291, 7.8147762291349e-2240, 4.7326162863337e-2237, 1.0, 9.4271247107091e-2244, 4.0440519758868e-2236",
        "0.5, 1, 1, 50, 1, 1.7, 37.0, -4.8380967571726, 0.1548474599171, 0.19695692010693, 0.91185585001063, 0.012397821559977, 0.84725822593098",
        "0.5, 1, 1, 50, 26, 30.86, 31.0, -33.267112134469, 0.998167395266, 26.316244038339, 0.016821641316019, 0.013690599227513, 110.16169931855",
        "0.5, 1, 1, 50, 1000, 1.0, 37.0, 5204.4422419791, 6.0454726377602e-1276, 5.1288884376808e-1273, 1.0, 2.632657221745e-1279, 2.2063164454177e-1272",
        "2, 40, 0.3, 0.5, 1, 1.7, 37.0, -4.355750947832, 0.14956777221762, 0.20203518718001, 0.90320118648948, 0.014482662603198, 1.549071940029",
        "2, 40, 0.3, 0.5, 26, 30.86, 31.0, -48.661305520712, 0.99862702426683, 13.425910933595, 0.024021937393596, 0.018094431969226, 100.45791208684",
        "2, 40, 0.3, 0.5, 1000, 1.0, 37.0, 2200.2472253176, 2.6775926181728e-273, 1.2080362269204e-270, 1.0, 1.6303608837592e-276, 9.2624213028471e-270"
    })
    void pareto_figures_agree_with_50_digit_arithmetic(
            double r,
            double alpha,
            double s,
            double beta,
            int x,
            double recency,
            double age,
            double logLikelihood,
            double alive,
            double purchases,
            double none,
            double three,
            double residual) {
        ParetoNbd model = new ParetoNbd(r, alpha, s, beta, UnitOfTime.WEEK);
        BuyingHistory history = new BuyingHistory(x, recency, age, UnitOfTime.WEEK);

        assertThat(model.logLikelihood(history)).isEqualTo(logLikelihood, near(logLikelihood, 1e-10));
        assertThat(model.aliveProbability(history)).isEqualTo(alive, near(alive, 1e-8));
        assertThat(model.expectedPurchases(history, AHEAD)).isEqualTo(purchases, near(purchases, 1e-8));
        assertThat(model.purchaseProbability(history, AHEAD, 0)).isEqualTo(none, near(none, 1e-8));
        assertThat(model.purchaseProbability(history, AHEAD, 3)).isEqualTo(three, near(three, 1e-8));
        assertThat(model.discountedResidualPurchases(history, Discount.perWeek(0.002)))
                .isEqualTo(residual, near(residual, 1e-8));
    }

    /** The spreadsheet of B. G. S. Hardie's note 004, and the same by another implementation to more digits. */
    @ParameterizedTest
    @CsvSource({
        "2, 30.43, -9.4596, -9.458606307",
        "1, 1.71, -4.4711, -4.469093275",
        "0, 0, -0.5538, -0.5547132764",
        "7, 29.43, -21.8644, -21.86327627",
        "1, 5.0, -4.8651, -4.863923084",
        "2, 35.71, -9.5367, -9.535676628",
        "5, 24.43, -17.3593, -17.35810236",
        "10, 34.14, -27.3144, -27.31319962",
        "1, 4.86, -4.852, -4.851124289"
    })
    void log_likelihoods_of_single_customers_are_the_published_ones(
            int x, double recency, double published, double own) {
        double found = CDNOW_BG.logLikelihood(new BuyingHistory(x, recency, 38.86, UnitOfTime.WEEK));

        assertThat(found).isEqualTo(published, offset(2e-3 * Math.abs(published)));
        assertThat(found).isEqualTo(own, offset(1e-9 * Math.abs(own)));
    }

    @Test
    void conditional_expectations_of_the_bg_nbd_are_the_published_ones() {
        double[] expected = {
            0.1221717988, 0.1281041499, 0.1275365563, 0.1213699422, 0.1109849037, 0.09797854484, 0.08388008068,
            0.0699371918, 0.05701760256, 0.04561556497, 0.03592250385, 0.02791932465, 0.02146176248, 0.01634596701,
            0.01235251566, 0.009272426844
        };

        assertThat(CDNOW_BG.expectedPurchases(new BuyingHistory(10, 35, 39, UnitOfTime.WEEK), Horizon.weeks(2)))
                .isEqualTo(0.3915692071, offset(1e-9));
        for (int x = 5; x <= 20; x++) {
            BuyingHistory history = new BuyingHistory(x, 25, 39, UnitOfTime.WEEK);
            assertThat(CDNOW_BG.expectedPurchases(history, Horizon.weeks(2)))
                    .isEqualTo(expected[x - 5], near(expected[x - 5], 1e-8));
        }
    }

    @Test
    void customer_1516_is_alive_and_buys_25_times_in_the_next_year() {
        ParetoNbd model = new ParetoNbd(0.5534, 10.5802, 0.6061, 11.6562, UnitOfTime.WEEK);
        BuyingHistory history = new BuyingHistory(26, 30.86, 31, UnitOfTime.WEEK);

        assertThat(model.aliveProbability(history)).isEqualTo(0.9979177666, offset(1e-9));
        assertThat(model.expectedPurchases(history, Horizon.weeks(52))).isEqualTo(25.45491351, offset(1e-7));
    }

    /** Where the difference of two hypergeometric functions gives no number. */
    @ParameterizedTest
    @CsvSource({
        "0.553, 10.578, 0.606, 11.669, 132, 200, 200, -196.358883587",
        "0.553, 10.578, 0.606, 11.669, 1000, 1, 37, 3451.85921919",
        "0.5, 1.0, 0.5, 50.0, 400, 5, 6, 1270.38562066",
        "0.5, 1.0, 0.5, 50.0, 1000, 37, 37.0001, 2268.41728265",
        "1.217, 200.9, 0.0439, 0.3345, 400, 200, 200, -396.715102594",
        "2.0, 0.05, 0.3, 0.5, 1000, 200, 200, 602.082810318",
        "0.553, 11.0, 0.606, 11.0, 3, 5, 10, -8.83113733125",
        "0.553, 10.578, 0.606, 11.669, 0, 0, 0, 0"
    })
    void the_pareto_likelihood_survives_what_makes_others_fail(
            double r, double alpha, double s, double beta, int x, double recency, double age, double expected) {
        ParetoNbd model = new ParetoNbd(r, alpha, s, beta, UnitOfTime.WEEK);

        assertThat(model.logLikelihood(new BuyingHistory(x, recency, age, UnitOfTime.WEEK)))
                .isEqualTo(expected, offset(1e-9 * Math.abs(expected) + 1e-15));
    }

    @Test
    void one_time_buyers_are_alive_for_the_bg_nbd_and_fade_for_the_others() {
        BuyingHistory once = new BuyingHistory(0, 0, 500, UnitOfTime.WEEK);

        assertThat(CDNOW_BG.aliveProbability(once)).isEqualTo(1);
        assertThat(CDNOW_MBG.aliveProbability(once)).isLessThan(0.7);
        assertThat(CDNOW_PARETO.aliveProbability(once)).isLessThan(0.1);
    }

    @ParameterizedTest
    @MethodSource("models")
    void probabilities_of_all_numbers_of_purchases_add_up_to_1_and_their_mean_is_the_expectation(
            TransactionModel model) {
        for (BuyingHistory history : List.of(
                BuyingHistory.fresh(UnitOfTime.WEEK),
                new BuyingHistory(1, 3, 37, UnitOfTime.WEEK),
                new BuyingHistory(7, 30, 37, UnitOfTime.WEEK))) {
            double sum = IntStream.rangeClosed(0, 400)
                    .mapToDouble(n -> model.purchaseProbability(history, AHEAD, n))
                    .sum();
            double mean = IntStream.rangeClosed(0, 400)
                    .mapToDouble(n -> n * model.purchaseProbability(history, AHEAD, n))
                    .sum();

            assertThat(sum).isEqualTo(1, offset(1e-9));
            assertThat(mean).isEqualTo(model.expectedPurchases(history, AHEAD), offset(1e-7));
        }
        assertThat(model.purchaseProbability(AHEAD, 0) + model.purchaseProbability(AHEAD, 1))
                .isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @MethodSource("models")
    void days_weeks_and_seconds_give_the_same_figures(TransactionModel model) {
        BuyingHistory weeks = new BuyingHistory(4, 20, 37, UnitOfTime.WEEK);
        BuyingHistory seconds = new BuyingHistory(4, 20 * 604_800.0, 37 * 604_800.0, UnitOfTime.SECOND);
        PurchaseForecast expected = model.forecast(weeks, AHEAD);
        TransactionModel daily = model instanceof BgNbd bg
                ? bg.in(UnitOfTime.DAY)
                : model instanceof MbgNbd mbg ? mbg.in(UnitOfTime.DAY) : ((ParetoNbd) model).in(UnitOfTime.DAY);
        for (PurchaseForecast same :
                List.of(model.forecast(seconds, Horizon.days(273)), daily.forecast(weeks, Horizon.days(273)))) {
            assertThat(same.alive()).isEqualTo(expected.alive(), within(1e-12));
            assertThat(same.aliveThen()).isEqualTo(expected.aliveThen(), within(1e-12));
            assertThat(same.expectedPurchases()).isEqualTo(expected.expectedPurchases(), within(1e-11));
            assertThat(same.noPurchase()).isEqualTo(expected.noPurchase(), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void without_discount_the_discounted_purchases_are_the_expected_ones(TransactionModel model) {
        BuyingHistory history = new BuyingHistory(4, 20, 37, UnitOfTime.WEEK);

        assertThat(model.discountedPurchases(history, AHEAD, Discount.perWeek(0)))
                .isEqualTo(model.expectedPurchases(history, AHEAD), offset(1e-12));
        assertThat(model.discountedPurchases(history, Horizon.weeks(1.5), Discount.perWeek(0.1)))
                .isEqualTo(
                        model.expectedPurchases(history, Horizon.weeks(1)) / 1.1
                                + (model.expectedPurchases(history, Horizon.weeks(1.5))
                                                - model.expectedPurchases(history, Horizon.weeks(1)))
                                        / Math.pow(1.1, 1.5),
                        offset(1e-12));
        assertThatThrownBy(() -> model.discountedPurchases(history, Horizon.years(10_000), Discount.perWeek(0.1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("100,000 periods");
    }

    @Test
    void the_finite_value_of_the_pareto_nbd_rises_to_the_value_of_all_of_the_future() {
        BuyingHistory history = new BuyingHistory(4, 20, 37, UnitOfTime.WEEK);
        Discount weekly = Discount.perWeek(0.002);
        Discount hourly = weekly.compounded(new Horizon(6, UnitOfTime.HOUR));

        assertThat(CDNOW_PARETO.discountedPurchases(history, Horizon.weeks(3_500), hourly))
                .isEqualTo(CDNOW_PARETO.discountedResidualPurchases(history, weekly), offset(2e-3));
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothing_observed_means_nothing_learnt(TransactionModel model) {
        BuyingHistory fresh = BuyingHistory.fresh(UnitOfTime.WEEK);

        assertThat(model.logLikelihood(fresh)).isEqualTo(0, offset(1e-15));
        assertThat(model.expectedPurchases(fresh, AHEAD)).isEqualTo(model.expectedPurchases(AHEAD));
        assertThat(model.expectedPurchases(fresh, Horizon.weeks(0))).isZero();
        assertThat(model.purchaseProbability(fresh, Horizon.weeks(0), 0)).isEqualTo(1, offset(1e-15));
        assertThat(model.purchaseProbability(fresh, Horizon.weeks(0), 1)).isZero();
    }

    @Test
    void a_forecast_explains_itself() {
        assertThat(CDNOW_BG.forecast(new BuyingHistory(2, 30.43, 38.86, UnitOfTime.WEEK), AHEAD)
                        .explain())
                .isEqualTo("2 repeat purchases in 38.86 weeks, the last 8.430 ago: still a customer with 72.7 %, after"
                        + " 39 weeks with 56.7 %; 1.23 purchases expected by then, none with 44.5 %.");
    }

    @Test
    void parameters_must_be_positive_and_numbers() {
        assertThatThrownBy(() -> new BgNbd(0, 1, 1, 1, UnitOfTime.DAY)).hasMessageContaining("r is not above 0");
        assertThatThrownBy(() -> new MbgNbd(1, Double.NaN, 1, 1, UnitOfTime.DAY))
                .hasMessageContaining("alpha");
        assertThatThrownBy(() -> new ParetoNbd(1, 1, 1, Double.POSITIVE_INFINITY, UnitOfTime.DAY))
                .hasMessageContaining("beta");
        assertThatThrownBy(() -> CDNOW_BG.purchaseProbability(AHEAD, -1)).hasMessageContaining("n is below 0");
    }

    private static org.assertj.core.data.Offset<Double> near(double expected, double relative) {
        return offset(Math.max(relative * Math.abs(expected), 1e-15));
    }
}
