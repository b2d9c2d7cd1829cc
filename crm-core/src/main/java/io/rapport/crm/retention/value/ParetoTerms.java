package io.rapport.crm.retention.value;

/**
 * The two terms of one customer's Pareto/NBD likelihood, without the factor (r)_x alpha^r beta^s, and the logarithm of
 * their sum with its derivatives by r, alpha, s, beta. With A = r + s + x, for alpha &gt;= beta (otherwise the mirror image):
 *
 * <pre>{@code s/A     (alpha+t_x)^-A 2F1(A, s+1; A+1; (alpha-beta)/(alpha+t_x))
 * (r+x)/A (alpha+T)^-A   2F1(A, s;   A+1; (alpha-beta)/(alpha+T)) }</pre>
 *
 * Both are positive, so nothing cancels; the usual form is a difference of two hypergeometric functions. Each is taken as
 * 2F1(A, p; A+1; z) = (1-z)^(1-p) 2F1(1, A+1-p; A+1; z) (Euler), whose logarithm stays in range for thousands of purchases.
 */
final class ParetoTerms {

    /** Then integrating is quicker. */
    private static final int MANY_STEPS = 1_000;

    private final Hypergeometric function = new Hypergeometric();

    private double log;
    private double byR;
    private double byAlpha;
    private double byS;
    private double byBeta;

    /** The logarithm of the sum of the two terms. */
    double log() {
        return log;
    }

    double byR() {
        return byR;
    }

    double byAlpha() {
        return byAlpha;
    }

    double byS() {
        return byS;
    }

    double byBeta() {
        return byBeta;
    }

    ParetoTerms at(double[] parameters, double x, double recency, double age) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        double z = Math.abs(alpha - beta) / (Math.max(alpha, beta) + recency);
        if (Hypergeometric.steps(z) > MANY_STEPS) {
            integrate(new ParetoIntegral(r + x, alpha, s, beta, recency, age).logAndGradient());
        } else if (alpha >= beta) {
            sum(r + x, s, alpha, beta, recency, age, false);
        } else {
            sum(s, r + x, beta, alpha, recency, age, true);
        }
        return this;
    }

    private void integrate(double[] found) {
        log = found[0];
        byR = found[1];
        byAlpha = found[2];
        byS = found[3];
        byBeta = found[4];
    }

    /** In the mirror image the roles of (r + x, alpha) and (s, beta) are exchanged. */
    private void sum(double g, double h, double major, double minor, double recency, double age, boolean mirrored) {
        double total = g + h;
        double goneP = mirrored ? h : h + 1;
        double aliveP = mirrored ? h + 1 : h;
        double[] gone = new double[5];
        double[] alive = new double[5];
        term(total, goneP, major, minor, recency, gone);
        term(total, aliveP, major, minor, age, alive);
        double goneFactor = mirrored ? g : h;
        double aliveFactor = mirrored ? h : g;
        double logGone = gone[0] + Math.log(goneFactor / total);
        double logAlive = alive[0] + Math.log(aliveFactor / total);
        double top = Math.max(logGone, logAlive);
        double share = 1 / (1 + Math.exp(logAlive - logGone));
        log = top + Math.log1p(Math.exp(-Math.abs(logGone - logAlive)));
        double byG = mix(share, gone[1], alive[1]) - 1 / total + (mirrored ? share : 1 - share) / g;
        double byH = mix(share, gone[2], alive[2]) - 1 / total + (mirrored ? 1 - share : share) / h;
        double byMajor = mix(share, gone[3], alive[3]);
        double byMinor = mix(share, gone[4], alive[4]);
        byR = mirrored ? byH : byG;
        byS = mirrored ? byG : byH;
        byAlpha = mirrored ? byMinor : byMajor;
        byBeta = mirrored ? byMajor : byMinor;
    }

    private static double mix(double share, double one, double other) {
        return share * one + (1 - share) * other;
    }

    /** log((major+t)^-A 2F1(A, p; A+1; z)) with its derivatives by g, h (both of which are in A, h in p too), major, minor. */
    private void term(double total, double p, double major, double minor, double time, double[] result) {
        double base = major + time;
        double rest = minor + time;
        double z = (major - minor) / base;
        double logRest = Math.log(rest / base);
        function.at(total + 1 - p, total + 1, z);
        double value = function.value();
        double byB = function.byB() / value;
        double byC = function.byC() / value;
        double byZ = (p - 1) * base / rest + function.byZ() / value;
        result[0] = -total * Math.log(base) + (1 - p) * logRest + Math.log(value);
        result[1] = -Math.log(base) + byB + byC;
        result[2] = -Math.log(base) + byC - logRest;
        result[3] = -total / base + byZ * rest / (base * base);
        result[4] = -byZ / base;
    }
}
