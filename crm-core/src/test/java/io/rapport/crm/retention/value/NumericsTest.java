package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.rapport.crm.retention.internal.LogGamma;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The special functions against 50-digit arithmetic (mpmath) and against Hipparchus. */
class NumericsTest {

    @ParameterizedTest
    @CsvSource({
        "1e-8, 18.42068073818, -100000000.57722",
        "0.243, 1.3180435846997, -4.3510938644232",
        "1.4616, -0.1214862900359, -3.1106251230352e-5",
        "3.3, 0.98709857789473, 1.0348224890596",
        "14.9, 24.924132002217, 2.667428976216",
        "333, 1599.1265667019, 5.8066402369774",
        "5000.2, 37584.329738323, 8.517133191283"
    })
    void log_gamma_and_its_derivative(double z, double logGamma, double digamma) {
        assertThat(LogGamma.of(z)).isEqualTo(logGamma, offset(1e-13 * Math.max(1, Math.abs(logGamma))));
        assertThat(Digamma.of(z)).isEqualTo(digamma, offset(1e-13 * Math.max(1, Math.abs(digamma))));
    }

    @Property
    void log_gamma_agrees_with_hipparchus(@ForAll @Scale(9) @DoubleRange(min = 1e-6, max = 1e6) double z) {
        double expected = Gamma.logGamma(z);

        assertThat(LogGamma.of(z)).isEqualTo(expected, offset(1e-13 * Math.max(10, Math.abs(expected))));
    }

    @Property
    void differences_of_gammas_agree_with_gammas_of_moderate_size(
            @ForAll @DoubleRange(min = 0.01, max = 100) double z,
            @ForAll @DoubleRange(min = 0.01, max = 100) double h) {
        assertThat(LogGamma.difference(z, h)).isEqualTo(LogGamma.of(z + h) - LogGamma.of(z), offset(1e-11));
        assertThat(Digamma.difference(z, h)).isEqualTo(Digamma.of(z + h) - Digamma.of(z), offset(1e-12 * (1 + 1 / z)));
    }

    @Test
    void differences_of_large_gammas_keep_their_digits() {
        assertThat(LogGamma.difference(4e9, 0.5)).isEqualTo(0.5 * Math.log(4e9) - 0.125 / 4e9, offset(1e-14));
        assertThat(Digamma.difference(4e9, 0.5)).isEqualTo(0.5 / 4e9, offset(1e-19));
    }

    @Property
    void rising_factorials_are_quotients_of_gammas(
            @ForAll @DoubleRange(min = 0.01, max = 1e4) double a, @ForAll @IntRange(max = 200) int n) {
        double expected = Gamma.logGamma(a + n) - Gamma.logGamma(a);

        assertThat(RisingFactorial.log(a, n)).isEqualTo(expected, offset(1e-12 * Math.max(1, Gamma.logGamma(a + n))));
        assertThat(RisingFactorial.derivative(a, n))
                .isEqualTo(Digamma.of(a + n) - Digamma.of(a), offset(1e-12 * (1 + 1 / a)));
        assertThat(new RisingTable(a, n).log(n)).isEqualTo(expected, offset(1e-11 * Math.max(1, expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.606, 11.7, 0.1, 1.0052462626498",
        "27.3, 28.4, 0.93, 10.165341320419",
        "1000.5, 1002.2, 0.98, 46.31114373723",
        "2, 2.0001, 0.999, 999.40871902845",
        "1, 2, 0.5, 1.3862943611198906",
        "3, 7, 0, 1"
    })
    void the_hypergeometric_function(double b, double c, double z, double expected) {
        assertThat(Hypergeometric.of(b, c, z)).isEqualTo(expected, offset(1e-12 * expected));
    }

    @Property
    void the_hypergeometric_function_is_its_series_and_has_its_derivatives(
            @ForAll @DoubleRange(min = 0.01, max = 50) double b,
            @ForAll @DoubleRange(min = 0.01, max = 50) double excess,
            @ForAll @DoubleRange(min = 0.01, max = 0.95) double z) {
        double c = b + excess;
        double term = 1;
        double sum = 0;
        for (int k = 0; k < 2_000; k++) {
            sum += term;
            term *= (b + k) / (c + k) * z;
        }
        Hypergeometric found = new Hypergeometric().at(b, c, z);
        double h = 1e-5;

        assertThat(found.value()).isEqualTo(sum, offset(1e-12 * sum));
        assertThat(found.byZ())
                .isEqualTo(slope(z, h, t -> Hypergeometric.of(b, c, t)), offset(1e-4 * found.byZ() + 1e-8));
        double step = h * Math.min(b, excess);
        assertThat(found.byB()).isEqualTo(slope(b, step, t -> Hypergeometric.of(t, c, z)), offset(1e-4 * sum));
        assertThat(found.byC()).isEqualTo(slope(c, step, t -> Hypergeometric.of(b, t, z)), offset(1e-4 * sum));
    }

    private static double slope(double at, double h, DoubleUnaryOperator function) {
        return (function.applyAsDouble(at + h) - function.applyAsDouble(at - h)) / (2 * h);
    }

    @Property(tries = 100)
    void eigenvalues_and_inverses_agree_with_hipparchus(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] matrix = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = random.nextDouble(-3, 3) / (1 + i - j);
                matrix[i][j] = entry;
                matrix[j][i] = entry;
            }
            matrix[i][i] += 5 * (i + 1);
        }
        SymmetricMatrix found = new SymmetricMatrix(matrix);
        EigenDecompositionSymmetric expected = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(matrix));
        double[] ours = found.eigenvalues();
        double[] theirs = expected.getEigenvalues();
        Arrays.sort(ours);
        Arrays.sort(theirs);

        assertThat(ours).containsExactly(theirs, offset(1e-10));
        assertThat(MatrixUtils.createRealMatrix(found.inverse())
                        .multiply(MatrixUtils.createRealMatrix(matrix))
                        .subtract(MatrixUtils.createRealIdentityMatrix(4))
                        .getFrobeniusNorm())
                .isLessThan(1e-8);
    }

    @Property
    void the_tail_of_the_negative_binomial_is_an_incomplete_beta_function(
            @ForAll @DoubleRange(min = 0.01, max = 100) double shape,
            @ForAll @DoubleRange(min = 0.01, max = 20) double time,
            @ForAll @IntRange(min = 1, max = 500) int n) {
        double expected = Beta.regularizedBeta(time / (1 + time), n, shape);

        assertThat(new NegativeBinomial(shape, 1, time).atLeast(n)).isEqualTo(expected, offset(1e-11));
    }

    @Property(tries = 60)
    void purchases_until_the_last_are_the_same_summed_up_and_integrated(
            @ForAll @DoubleRange(min = 0.05, max = 300) double shape,
            @ForAll @DoubleRange(min = 0.01, max = 50) double time,
            @ForAll @Scale(6) @DoubleRange(min = 1e-3, max = 3) double a,
            @ForAll @Scale(6) @DoubleRange(min = 1e-3, max = 9) double b) {
        NegativeBinomial purchases = new NegativeBinomial(shape, 1, time);

        for (boolean counting : new boolean[] {true, false}) {
            double sum = purchases.series(a, b, counting);
            assertThat(purchases.overDropout(a, b, counting)).isEqualTo(sum, offset(1e-9 * sum));
        }
    }

    @Property(tries = 60)
    void the_pareto_likelihood_is_the_same_by_hypergeometric_functions_and_integrated(@ForAll long seed) {
        Simulation random = new Simulation(seed);
        double[] p = new double[4];
        for (int i = 0; i < 4; i++) {
            p[i] = Math.exp(-3 + 6 * random.uniform());
        }
        int x = random.below(3) * random.below(50);
        double age = 50 * random.uniform();
        double recency = x == 0 ? 0 : age * random.uniform();
        ParetoTerms terms = new ParetoTerms().at(p, x, recency, age);

        double[] integrated = new ParetoIntegral(p[0] + x, p[1], p[2], p[3], recency, age).logAndGradient();

        double[] found = {terms.log(), terms.byR(), terms.byAlpha(), terms.byS(), terms.byBeta()};
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isEqualTo(integrated[i], offset(1e-10 * Math.max(1, Math.abs(integrated[i]))));
        }
    }

    /** Parameters thousands of times apart, where a fit runs away: the logarithm and its derivatives with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "400003, 2e6, 0.7, 0.9, 12, 37, -5803512.5307027, -14.5086656391909, -0.199999919861558, -1.38515263864615,"
                + " -0.106345905467375",
        "8.5, 20000, 0.02, 0.001, 0, 37, -84.0544621285169, -9.90501182176347, -0.00042435277778066, 7.03172579998034,"
                + " -20.2610694904583",
        "0.2, 1e-4, 3, 5000, 0, 37, -26.268265956273, -3.57663700787366, -0.0124088976011618, -8.51537458784366,"
                + " -0.000601089383716694",
        "1000.3, 0.5, 0.6, 90000, 1, 37, -430.851284913424, -0.406465808571751, -666.200000017808, -9.74090941038998,"
                + " -1.77775799523141e-5",
        "160000, 33000, 0.000006, 1100, 36.9, 37, -1664861.34795917, -10.405383424481, -4.84305475678785,"
                + " -7.03603534181746, -5.2776419910789e-9"
    })
    void the_pareto_integral_keeps_its_digits_where_parameters_are_far_apart(
            double n,
            double alpha,
            double s,
            double beta,
            double recency,
            double age,
            double log,
            double byR,
            double byAlpha,
            double byS,
            double byBeta) {
        double[] found = new ParetoIntegral(n, alpha, s, beta, recency, age).logAndGradient();

        assertThat(found[0]).isCloseTo(log, withinPercentage(1e-9));
        assertThat(found[1]).isCloseTo(byR, withinPercentage(1e-8));
        assertThat(found[2]).isCloseTo(byAlpha, withinPercentage(1e-8));
        assertThat(found[3]).isCloseTo(byS, withinPercentage(1e-8));
        assertThat(found[4]).isCloseTo(byBeta, withinPercentage(1e-8));
    }

    /** What made a fit that ran away take minutes: rounding that no halving gets rid of. */
    @Test
    void smooth_functions_take_few_points_whatever_their_scale() {
        int[] points = {0};

        double[] found = Quadrature.integrals(
                (u, values) -> {
                    points[0]++;
                    values[0] = Math.exp(u - 3 * Math.expm1(u));
                    values[1] = values[0] * u;
                },
                2,
                0,
                3);

        assertThat(found[0]).isEqualTo((1 - Math.exp(-3 * Math.expm1(3))) / 3, offset(1e-13));
        assertThat(found[1]).isPositive();
        assertThat(points[0]).isLessThan(1_000);
    }
}
