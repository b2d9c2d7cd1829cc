package io.rapport.crm.retention.value;

import io.rapport.crm.retention.internal.LogGamma;
import java.util.Map;

/** The log-likelihood of p, q, v for the customers with a repeat purchase that was not free. */
final class GammaGammaLikelihood implements Likelihood {

    private final double[] purchases;
    private final double[] means;
    private final double[] counts;
    private final double scale;
    private final long customers;
    private final int distinctMeans;

    /** Means are divided by {@code unit}, then by a power of two near the largest, which loses no bits. */
    GammaGammaLikelihood(Map<SpendHistory, Long> rows, double unit) {
        int n = (int) rows.keySet().stream().filter(row -> row.meanMinor() > 0).count();
        purchases = new double[n];
        means = new double[n];
        counts = new double[n];
        int i = 0;
        long all = 0;
        for (Map.Entry<SpendHistory, Long> row : rows.entrySet()) {
            if (row.getKey().meanMinor() > 0) {
                purchases[i] = row.getKey().purchases();
                means[i] = row.getKey().meanMinor() / unit;
                counts[i] = row.getValue();
                all += row.getValue();
                i++;
            }
        }
        customers = all;
        double[] distinct = HistoryTable.distinct(means.clone());
        distinctMeans = distinct.length;
        scale = n == 0 ? 1 : Math.scalb(1.0, Math.getExponent(distinct[distinct.length - 1]));
        for (int j = 0; j < n; j++) {
            means[j] /= scale;
        }
    }

    double scale() {
        return scale;
    }

    /** Why no model can be told from these customers; empty if one may. */
    String unidentifiable() {
        if (customers < 2) {
            return customers == 0
                    ? "no customer has a repeat purchase with a value"
                    : "one customer shows nothing of how customers differ";
        }
        return distinctMeans == 1 ? "every customer spends the same" : "";
    }

    double meanSpend() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * means[i];
        }
        return sum / customers;
    }

    @Override
    public long customers() {
        return customers;
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double p = parameters[0];
        double q = parameters[1];
        double v = parameters[2];
        double logV = Math.log(v);
        double gammaQ = LogGamma.of(q);
        double digammaQ = Digamma.of(q);
        double sum = 0;
        double byP = 0;
        double byQ = 0;
        double byV = 0;
        double before = 0;
        double gammas = 0;
        double digammaBoth = 0;
        double digammaPx = 0;
        for (int i = 0; i < counts.length; i++) {
            double x = purchases[i];
            double px = p * x;
            if (x != before) {
                before = x;
                gammas = LogGamma.of(px + q) - LogGamma.of(px) - gammaQ;
                digammaBoth = Digamma.of(px + q);
                digammaPx = Digamma.of(px);
            }
            double total = x * means[i];
            double logShare = -Math.log1p(v / total);
            double logRest = logV - Math.log(v + total);
            sum += counts[i] * (gammas + px * logShare + q * logRest - Math.log(means[i]));
            byP += counts[i] * x * (digammaBoth - digammaPx + logShare);
            byQ += counts[i] * (digammaBoth - digammaQ + logRest);
            byV += counts[i] * (q / v - (px + q) / (v + total));
        }
        gradient[0] = byP;
        gradient[1] = byQ;
        gradient[2] = byV;
        return sum;
    }
}
