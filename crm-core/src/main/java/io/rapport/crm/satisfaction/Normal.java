package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Require;

/**
 * The standard normal distribution, to about 15 significant digits. The quantile is algorithm AS 241, PPND16 (M. J.
 * Wichura, Applied Statistics 37, 1988, 477-484); the tail is the complementary error function by the rational
 * Chebyshev approximations of W. J. Cody (Mathematics of Computation 23, 1969, 631-637). Coefficients run from the
 * lowest power up.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients stand as they were published
final class Normal {

    private static final double[] CENTRE_TOP = {
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
    };
    private static final double[] CENTRE_BOTTOM = {
        1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3
    };
    private static final double[] SIDE_TOP = {
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
    };
    private static final double[] SIDE_BOTTOM = {
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9
    };
    private static final double[] FAR_TOP = {
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
    };
    private static final double[] FAR_BOTTOM = {
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15
    };

    private static final double[] ERF_TOP = {
        3.20937758913846947e3,
        3.77485237685302021e2,
        1.13864154151050156e2,
        3.16112374387056560e0,
        1.85777706184603153e-1
    };
    private static final double[] ERF_BOTTOM = {
        2.84423683343917062e3, 1.28261652607737228e3, 2.44024637934444173e2, 2.36012909523441209e1, 1.0
    };
    private static final double[] ERFC_TOP = {
        1.23033935479799725e3, 2.05107837782607147e3, 1.71204761263407058e3, 8.81952221241769090e2,
        2.98635138197400131e2, 6.61191906371416295e1, 8.88314979438837594e0, 5.64188496988670089e-1,
        2.15311535474403846e-8
    };
    private static final double[] ERFC_BOTTOM = {
        1.23033935480374942e3,
        3.43936767414372164e3,
        4.36261909014324716e3,
        3.29079923573345963e3,
        1.62138957456669019e3,
        5.37181101862009858e2,
        1.17693950891312499e2,
        1.57449261107098347e1,
        1.0
    };
    private static final double[] ERFC_FAR_TOP = {
        6.58749161529837803e-4,
        1.60837851487422766e-2,
        1.25781726111229246e-1,
        3.60344899949804439e-1,
        3.05326634961232344e-1,
        1.63153871373020978e-2
    };
    private static final double[] ERFC_FAR_BOTTOM = {
        2.33520497626869185e-3,
        6.05183413124413191e-2,
        5.27905102951428412e-1,
        1.87295284992346725e0,
        2.56852019228982242e0,
        1.0
    };

    private static final double ONE_OVER_ROOT_PI = 0.56418958354775628695;

    private Normal() {}

    /** How many standard errors an interval reaches to each side, for example 1.96 for a confidence of 0.95. */
    static double halfWidth(double confidence) {
        Require.that(
                confidence > 0 && confidence < 1,
                "confidence",
                "is not between 0 and 1",
                "give a share above 0 and below 1, such as 0.95");
        return -quantile((1 - confidence) / 2);
    }

    /** The value that a standard normal variable stays below with the given probability, for 0 < p < 1. */
    static double quantile(double probability) {
        double q = probability - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(CENTRE_TOP, r) / polynomial(CENTRE_BOTTOM, r);
        }
        double r = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
        double size = r <= 5
                ? polynomial(SIDE_TOP, r - 1.6) / polynomial(SIDE_BOTTOM, r - 1.6)
                : polynomial(FAR_TOP, r - 5) / polynomial(FAR_BOTTOM, r - 5);
        return Math.copySign(size, q);
    }

    /** The probability of a value at least this far from 0 on either side. */
    static double twoSidedTail(double z) {
        return erfc(Math.abs(z) / Math.sqrt(2));
    }

    /** The complementary error function, for x >= 0. */
    static double erfc(double x) {
        double square = x * x;
        if (x <= 0.46875) {
            return 1 - x * polynomial(ERF_TOP, square) / polynomial(ERF_BOTTOM, square);
        }
        if (x <= 4) {
            return exponentialOfMinusSquare(x) * polynomial(ERFC_TOP, x) / polynomial(ERFC_BOTTOM, x);
        }
        double inverse = 1 / square;
        double correction = inverse * polynomial(ERFC_FAR_TOP, inverse) / polynomial(ERFC_FAR_BOTTOM, inverse);
        return exponentialOfMinusSquare(x) * (ONE_OVER_ROOT_PI - correction) / x;
    }

    /** Splits x at 1/16 so that the rounding of x * x is not blown up by the exponential. */
    private static double exponentialOfMinusSquare(double x) {
        double coarse = Math.rint(x * 16) / 16;
        double rest = (x - coarse) * (x + coarse);
        return Math.exp(-coarse * coarse) * Math.exp(-rest);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
