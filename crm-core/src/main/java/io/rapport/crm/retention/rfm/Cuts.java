package io.rapport.crm.retention.rfm;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Where one of the three values is cut into scores.
 *
 * @param values the cuts, never falling; equal ones leave a score out
 * @param equalIsAbove whether a value that equals a cut counts as above it
 */
public record Cuts(List<Double> values, boolean equalIsAbove) implements Serializable {

    public Cuts {
        values = Require.list("values", values);
    }

    /** The cuts that the rule makes of the values of a histogram. There are none for {@link ScoreRule.Ntile}. */
    public static Cuts of(ScoreRule rule, ValueHistogram histogram) {
        return of(rule, histogram.ranked());
    }

    static Cuts of(ScoreRule rule, RankedValues values) {
        if (rule instanceof ScoreRule.FixedCuts fixed) {
            return new Cuts(fixed.cuts(), false);
        }
        Require.that(values.size() > 0, "values", "are empty", "give at least one customer");
        if (rule instanceof ScoreRule.RPackage r) {
            return new Cuts(
                    boxed(IntStream.range(1, r.bins())
                            .mapToDouble(k -> quantile(values, (double) k / r.bins()) + r.unit())),
                    true);
        }
        if (rule instanceof ScoreRule.ValueCuts cuts) {
            long n = values.size();
            long bins = cuts.bins();
            return new Cuts(
                    boxed(IntStream.range(1, cuts.bins()).mapToDouble(k -> values.at((k * n + bins - 1) / bins - 1))),
                    false);
        }
        throw new InvalidInputException("rule", "has no cuts", "score all customers at once by NTILE");
    }

    /** The score of a value, from 1 to one more than the number of cuts. */
    public int score(double value) {
        int score = 1;
        for (double cut : values) {
            if (cut < value || (equalIsAbove && cut == value)) {
                score++;
            }
        }
        return score;
    }

    /** The scores of many values: counts for each how many cuts it passes, without a branch for the processor to guess. */
    int[] scores(double[] of) {
        int[] scores = new int[of.length];
        Arrays.fill(scores, 1);
        for (double cut : values) {
            double last = equalIsAbove ? Math.nextDown(cut) : cut;
            for (int i = 0; i < of.length; i++) {
                scores[i] += of[i] > last ? 1 : 0;
            }
        }
        return scores;
    }

    /** R's quantile of type 7. */
    private static double quantile(RankedValues values, double share) {
        double position = (values.size() - 1) * share;
        long below = (long) Math.floor(position);
        double low = values.at(below);
        double rest = position - below;
        return rest == 0 ? low : low + rest * (values.at(below + 1) - low);
    }

    private static List<Double> boxed(DoubleStream values) {
        return values.boxed().collect(Collectors.toList());
    }
}
