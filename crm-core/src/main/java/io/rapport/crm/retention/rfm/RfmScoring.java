package io.rapport.crm.retention.rfm;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/**
 * Scores customers by recency, frequency and monetary value (J. R. Bult and T. Wansbeek, Marketing Science 14, 1995,
 * 378-394), each by a rule of its own.
 *
 * <pre>{@code
 * RfmValues values = RfmValues.of(revenue, today, Frequency.PURCHASE_DAYS, Monetary.SUM);
 * RfmTable table = RfmScoring.valueCuts(5).of(values);
 * }</pre>
 *
 * @param recency the rule for the days since the last purchase; few days score high
 * @param frequency the rule for purchase days or orders
 * @param monetary the rule for what was spent
 */
public record RfmScoring(ScoreRule recency, ScoreRule frequency, ScoreRule monetary) implements Serializable {

    public RfmScoring {
        Require.present("recency", recency);
        Require.present("frequency", frequency);
        Require.present("monetary", monetary);
    }

    /** Nearest-rank cuts at values that occur, for all three; the usual choice is 5 bins. */
    public static RfmScoring valueCuts(int bins) {
        ScoreRule rule = new ScoreRule.ValueCuts(bins);
        return new RfmScoring(rule, rule, rule);
    }

    /** SQL's NTILE for all three. */
    public static RfmScoring ntile(int bins) {
        ScoreRule rule = new ScoreRule.Ntile(bins);
        return new RfmScoring(rule, rule, rule);
    }

    /** The rule of the R package rfm for all three, money counted in whole units of the currency as it does. */
    public static RfmScoring rPackage(int bins, CurrencyUnit currency) {
        ScoreRule counts = new ScoreRule.RPackage(bins, 1);
        ScoreRule money = new ScoreRule.RPackage(bins, Math.pow(10, currency.getDecimalPlaces()));
        return new RfmScoring(counts, counts, money);
    }

    /** The cuts by these rules, from histograms of all customers. There are none for NTILE. */
    public RfmCuts cuts(ValueHistogram recencies, ValueHistogram frequencies, ValueHistogram monetaries) {
        return new RfmCuts(Cuts.of(recency, recencies), Cuts.of(frequency, frequencies), Cuts.of(monetary, monetaries));
    }

    /** Scores all customers. Takes n log n. */
    public RfmTable of(RfmValues values) {
        int[] turned = scores(recency, values.recency(), values, true);
        return new RfmTable(
                values,
                turned,
                scores(frequency, values.frequency(), values, false),
                scores(monetary, values.monetary(), values, false));
    }

    private static int[] scores(ScoreRule rule, double[] of, RfmValues values, boolean lowIsHigh) {
        if (of.length == 0) {
            return new int[0];
        }
        if (rule instanceof ScoreRule.Ntile ntile) {
            return ntiles(of, values, ntile.bins(), lowIsHigh);
        }
        int[] scores = Cuts.of(rule, RankedValues.of(of)).scores(of);
        for (int i = 0; i < scores.length && lowIsHigh; i++) {
            scores[i] = rule.bins() + 1 - scores[i];
        }
        return scores;
    }

    private static int[] ntiles(double[] of, RfmValues values, int bins, boolean lowIsHigh) {
        UUID[] ids = IntStream.range(0, of.length).mapToObj(values::customer).toArray(UUID[]::new);
        Comparator<Integer> byValue = Comparator.comparingDouble(index -> of[index]);
        Integer[] order = IntStream.range(0, of.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (lowIsHigh ? byValue.reversed() : byValue).thenComparing(index -> ids[index], BY_TEXT));
        int[] scores = new int[of.length];
        int least = of.length / bins;
        int larger = of.length % bins;
        int rank = 0;
        for (int bin = 1; bin <= bins; bin++) {
            int end = rank + least + (bin <= larger ? 1 : 0);
            while (rank < end) {
                scores[order[rank++]] = bin;
            }
        }
        return scores;
    }

    /** The order of ids as they are written, which is that of databases; that of Java's UUID is another. */
    private static final Comparator<UUID> BY_TEXT = Comparator.<UUID, Long>comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);
}
