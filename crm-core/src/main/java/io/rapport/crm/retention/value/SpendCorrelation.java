package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.internal.ChiSquare;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The correlation of Pearson between the number of repeat purchases and their mean value, over customers, with its interval
 * by the z transformation (R. A. Fisher 1921, On the "Probable Error" of a Coefficient of Correlation Deduced from a Small
 * Sample, Metron 1): tanh(artanh(r) +- q / sqrt(n - 3)). The interval is exact for normally distributed data; numbers of
 * purchases are not, so take it for an approximation.
 *
 * @param customers n, those with repeat purchases that were not free
 * @param coefficient r, from -1 to 1
 * @param lower the lower bound of its interval
 * @param upper the upper bound of its interval
 * @param confidence in what share of repetitions such an interval holds the truth, such as 0.95
 */
public record SpendCorrelation(long customers, double coefficient, double lower, double upper, double confidence)
        implements SpendIndependence {

    /** Up to here a correlation is weak: below medium, J. Cohen (1988), Statistical Power Analysis. */
    public static final double WEAK = 0.3;

    static final int FEWEST = 4;

    public SpendCorrelation {
        Require.that(customers >= FEWEST, "customers", "are fewer than 4", "give a correlation of 4 customers or more");
        Require.that(Math.abs(coefficient) <= 1, "coefficient", "is not from -1 to 1", "give a correlation");
        Require.that(lower <= upper, "lower", "is above the upper bound", "give the bounds in order");
        requireConfidence(confidence);
    }

    private static void requireConfidence(double confidence) {
        Require.that(confidence > 0 && confidence < 1, "confidence", "is not between 0 and 1", "give a share as 0.95");
    }

    static SpendIndependence of(Map<SpendHistory, Long> counts, double confidence) {
        requireConfidence(confidence);
        long n = 0;
        double purchases = 0;
        double spend = 0;
        for (Map.Entry<SpendHistory, Long> row : counts.entrySet()) {
            if (row.getKey().meanMinor() > 0) {
                n += row.getValue();
                purchases += (double) row.getValue() * row.getKey().purchases();
                spend += row.getValue() * row.getKey().meanMinor();
            }
        }
        if (n < FEWEST) {
            return new UndefinedSpendCorrelation(
                    "fewer than 4 customers have repeat purchases with a value, namely " + n);
        }
        return of(counts, n, purchases / n, spend / n, confidence);
    }

    private static SpendIndependence of(
            Map<SpendHistory, Long> counts, long n, double meanPurchases, double meanSpend, double confidence) {
        double both = 0;
        double ofPurchases = 0;
        double ofSpend = 0;
        for (Map.Entry<SpendHistory, Long> row : counts.entrySet()) {
            if (row.getKey().meanMinor() > 0) {
                double more = row.getKey().purchases() - meanPurchases;
                double dearer = row.getKey().meanMinor() / meanSpend - 1;
                both += row.getValue() * more * dearer;
                ofPurchases += row.getValue() * more * more;
                ofSpend += row.getValue() * dearer * dearer;
            }
        }
        if (alike(counts, SpendHistory::purchases)) {
            return new UndefinedSpendCorrelation("every customer has the same number of repeat purchases");
        }
        if (alike(counts, SpendHistory::meanMinor) || !(ofSpend > 0)) {
            return new UndefinedSpendCorrelation("every customer spends the same");
        }
        double r = Math.max(-1, Math.min(1, both / Math.sqrt(ofPurchases) / Math.sqrt(ofSpend)));
        double half = ChiSquare.normalHalfWidth(confidence) / Math.sqrt(n - 3.0);
        double z = 0.5 * (Math.log1p(r) - Math.log1p(-r));
        return new SpendCorrelation(n, r, Math.tanh(z - half), Math.tanh(z + half), confidence);
    }

    /** Looked at exactly, for rounding lets the variance of equal values be a little above 0. */
    private static boolean alike(Map<SpendHistory, Long> counts, ToDoubleFunction<SpendHistory> figure) {
        return counts.keySet().stream()
                        .filter(row -> row.meanMinor() > 0)
                        .mapToDouble(figure)
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
    }

    @Override
    public Verdict verdict() {
        double least = lower > 0 ? lower : Math.max(0, -upper);
        double most = Math.max(-lower, upper);
        if (least > WEAK) {
            return Verdict.STRONG_DEPENDENCE;
        }
        if (most > WEAK) {
            return Verdict.OPEN;
        }
        return least > 0 ? Verdict.WEAK_DEPENDENCE : Verdict.PLAUSIBLE;
    }

    @Override
    public String explain() {
        return String.format(
                Locale.ROOT,
                "Correlation of the number of purchases with their mean value over %d customers: %.3f, from %.3f to %.3f "
                        + "with %.4g %% confidence: %s.",
                customers,
                coefficient,
                lower,
                upper,
                100 * confidence,
                switch (verdict()) {
                    case PLAUSIBLE -> "spend may be taken to be independent of how often they buy";
                    case WEAK_DEPENDENCE -> "spend depends on how often they buy, but weakly";
                    case STRONG_DEPENDENCE -> "spend depends on how often they buy, and Gamma-Gamma takes it not to";
                    case OPEN -> "too wide to tell how strongly, if at all, spend depends on how often they buy";
                });
    }
}
