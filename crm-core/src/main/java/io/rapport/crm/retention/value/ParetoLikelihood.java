package io.rapport.crm.retention.value;

import java.util.Optional;

/** The log-likelihood of r, alpha, s, beta for the Pareto/NBD over the distinct histories. */
final class ParetoLikelihood implements Likelihood {

    private static final int MANY_ROWS = 20_000;
    private static final int SAMPLED = 8;

    private final SortedHistories rows;

    ParetoLikelihood(SortedHistories rows) {
        this.rows = rows;
    }

    @Override
    public long customers() {
        return rows.customers;
    }

    @Override
    public Optional<Likelihood> sample() {
        return rows.size() < MANY_ROWS ? Optional.empty() : Optional.of(new ParetoLikelihood(rows.every(SAMPLED)));
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        double[] factors = new double[rows.frequencies.length];
        double[] derivatives = new double[rows.frequencies.length];
        for (int i = 0; i < factors.length; i++) {
            int x = (int) rows.frequencies[i];
            factors[i] = RisingFactorial.log(r, x) + r * Math.log(alpha) + s * Math.log(beta);
            derivatives[i] = RisingFactorial.derivative(r, x) + Math.log(alpha);
        }
        ParetoTerms terms = new ParetoTerms();
        double sum = 0;
        double byR = 0;
        double byAlpha = 0;
        double byS = 0;
        double byBeta = 0;
        for (int i = 0; i < rows.size(); i++) {
            int x = rows.frequency[i];
            double count = rows.count[i];
            terms.at(parameters, rows.frequencies[x], rows.recencies[rows.recency[i]], rows.ages[rows.age[i]]);
            sum += count * (factors[x] + terms.log());
            byR += count * (derivatives[x] + terms.byR());
            byAlpha += count * (r / alpha + terms.byAlpha());
            byS += count * (Math.log(beta) + terms.byS());
            byBeta += count * (s / beta + terms.byBeta());
        }
        gradient[0] = byR;
        gradient[1] = byAlpha;
        gradient[2] = byS;
        gradient[3] = byBeta;
        return sum;
    }
}
