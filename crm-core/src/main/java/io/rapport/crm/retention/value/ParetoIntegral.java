package io.rapport.crm.retention.value;

/**
 * The Pareto/NBD likelihood as it is derived: alive at T, or gone at some time t between the last purchase and T, which is
 * integrated over. For parameters so far apart that the hypergeometric functions converge slowly; without the factor
 * (r)_x alpha^r beta^s:
 *
 * <pre>{@code (alpha+T)^-(r+x) (beta+T)^-s + integral of s (alpha+t)^-(r+x) (beta+t)^-(s+1) dt }</pre>
 *
 * The integrand falls from the last purchase on, so it is taken relative to its value there, as a function of the time y
 * since then over u = log(1 + y / (m + t_x)), where m is the lesser of alpha and beta. So no digits are lost where alpha or
 * beta is thousands of times the other and of T: a difference of such numbers would be too rough for the integral to
 * converge.
 */
final class ParetoIntegral {

    /** What lies beyond exp(-60) of the top is nothing. */
    private static final double NOTHING = 60;

    private static final int BISECTIONS = 30;

    private final double n;
    private final double alpha;
    private final double s;
    private final double beta;
    private final double gap;
    private final double unit;

    /** With n = r + x. */
    ParetoIntegral(double n, double alpha, double s, double beta, double recency, double age) {
        this.n = n;
        this.s = s;
        this.alpha = alpha + recency;
        this.beta = beta + recency;
        gap = age - recency;
        unit = Math.min(this.alpha, this.beta);
    }

    /** The logarithm of the sum, and its derivatives by r, alpha, s, beta. */
    double[] logAndGradient() {
        double[] gone = Quadrature.integrals(this::integrands, 5, 0, reach());
        double alphaThen = Math.log1p(gap / alpha);
        double betaThen = Math.log1p(gap / beta);
        double alive = Math.exp(-n * alphaThen - s * betaThen);
        double left = s / beta * gone[0];
        double all = alive + left;
        double goneShare = left / all;
        double aliveShare = alive / all;
        double each = s / beta / all;
        return new double[] {
            -n * Math.log(alpha) - s * Math.log(beta) + Math.log(all),
            -Math.log(alpha) - aliveShare * alphaThen - each * gone[1],
            -n * (aliveShare / (alpha + gap) + each * gone[2]),
            goneShare / s - Math.log(beta) - aliveShare * betaThen - each * gone[3],
            -s * aliveShare / (beta + gap) - (s + 1) * each * gone[4]
        };
    }

    /** How far to integrate: to T, or where nothing is left. */
    private double reach() {
        double far = Math.log1p(gap / unit);
        if (fall(unit * Math.expm1(far)) <= NOTHING) {
            return far;
        }
        double near = 0;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (near + far) / 2;
            if (fall(unit * Math.expm1(middle)) <= NOTHING) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    /** By how much the integrand's logarithm has fallen at the time y since the last purchase. */
    private double fall(double y) {
        return n * Math.log1p(y / alpha) + (s + 1) * Math.log1p(y / beta);
    }

    /** The integrand, and as its multiples what the derivatives by n, alpha, s and beta integrate. */
    private void integrands(double u, double[] values) {
        double y = unit * Math.expm1(u);
        double byN = Math.log1p(y / alpha);
        double byS = Math.log1p(y / beta);
        double value = (unit + y) * Math.exp(-n * byN - (s + 1) * byS);
        values[0] = value;
        values[1] = value * byN;
        values[2] = value / (alpha + y);
        values[3] = value * byS;
        values[4] = value / (beta + y);
    }
}
