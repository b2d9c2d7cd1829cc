package io.rapport.crm.retention.rfm;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.List;

/**
 * How values become scores from 1 to a number of bins; higher values score higher, and for recency days the score is
 * turned round. By all rules but {@link Ntile}, equal values get equal scores.
 */
public sealed interface ScoreRule extends Serializable {

    /** The highest score. */
    int bins();

    /**
     * Cuts at values that occur: cut k of B is the smallest value that at least k/B of the customers do not exceed
     * (nearest rank); a value scores 1 and one more for each cut below it. The usual choice.
     *
     * @param bins the highest score, 2 to 100
     */
    record ValueCuts(int bins) implements ScoreRule {

        public ValueCuts {
            checkBins(bins);
        }
    }

    /**
     * Cuts that the caller sets, so that scores can be compared over time; a value scores 1 and one more for each cut
     * below it, so a value that equals a cut is still below.
     *
     * @param cuts rising, at least one
     */
    record FixedCuts(List<Double> cuts) implements ScoreRule {

        public FixedCuts {
            cuts = Require.list("cuts", cuts);
            Require.that(!cuts.isEmpty(), "cuts", "are empty", "give at least one cut");
            for (int i = 1; i < cuts.size(); i++) {
                Require.that(cuts.get(i - 1) < cuts.get(i), "cuts", "do not rise", "give each cut once, in order");
            }
        }

        @Override
        public int bins() {
            return cuts.size() + 1;
        }
    }

    /**
     * SQL's NTILE: customers in order of their values, then of their ids, dealt out into bins as even as can be, the
     * first bins taking one more. Equal values can get different scores, which depend on the ids then, and nothing can
     * be merged: scores need all customers at once. For recency, the customers who were away longest come first.
     *
     * @param bins the highest score, 2 to 100
     */
    record Ntile(int bins) implements ScoreRule {

        public Ntile {
            checkBins(bins);
        }
    }

    /**
     * The rule of the R package rfm: cuts are R's default quantiles (type 7: interpolated between neighbours) plus one
     * unit; a value scores 1 and one more for each cut at or below it.
     *
     * @param bins the highest score, 2 to 100
     * @param unit what is 1 in the values: 1 for days and counts, 100 for money in cents
     */
    record RPackage(int bins, double unit) implements ScoreRule {

        public RPackage {
            checkBins(bins);
            Require.that(unit > 0, "unit", "is not above 0", "give how much of the value makes one unit");
        }
    }

    private static void checkBins(int bins) {
        Require.between("bins", bins, 2, 100);
    }
}
