package io.rapport.crm.retention.health;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.Rate;
import io.rapport.crm.retention.internal.CountTable;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How well scores told who would churn. Add customers who were scored at one time and watched afterwards, none of whom
 * helped to choose the weights (a holdout). Customers may be spread over any number of accumulators; merging these in
 * any order and tree gives the same, bit by bit, as one pass. Holds some 70 bytes for each distinct score. Not
 * thread-safe.
 */
public final class HealthCalibration implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int STAYED = 0;
    private static final int CHURNED = 1;

    private final CountTable counts = new CountTable(2);
    private long stayed;
    private long churned;

    /** Nobody yet. */
    public HealthCalibration() {}

    /** Adds a customer with the score of then and what became of them. */
    public void add(double score, boolean hasChurned) {
        Require.that(score >= 0 && score <= 100, "score", "is not between 0 and 100", "give a health score");
        counts.add(score, 0, hasChurned ? CHURNED : STAYED, 1);
        churned += hasChurned ? 1 : 0;
        stayed += hasChurned ? 0 : 1;
    }

    /** Takes over what the other holds; the other stays as it is. Returns this. */
    public HealthCalibration merge(HealthCalibration other) {
        counts.merge(other.counts);
        stayed += other.stayed;
        churned += other.churned;
        return this;
    }

    /** The churn of all. */
    public Rate churn() {
        return new Rate(churned, churned + stayed);
    }

    /** The churn of each band, from the worst to the best; in a good model it falls. Margins are not applied. */
    public Map<String, Rate> churnByBand(HealthBands bands) {
        Map<String, Rate> churn = new LinkedHashMap<>();
        bands.bands().forEach(band -> churn.put(band.name(), new Rate(0, 0)));
        CountTable.Rows rows = counts.rows();
        for (int row = 0; row < rows.size(); row++) {
            long gone = rows.count(row, CHURNED);
            long all = gone + rows.count(row, STAYED);
            churn.merge(
                    bands.of(rows.first(row)).name(),
                    new Rate(gone, all),
                    (one, other) ->
                            new Rate(one.numerator() + other.numerator(), one.denominator() + other.denominator()));
        }
        return churn;
    }

    /**
     * The area under the ROC curve: how likely one who churned had a lower score than one who stayed, equal scores
     * counting half (J. A. Hanley and B. J. McNeil, Radiology 143, 1982, 29-36). 0.5 is chance, 1 is perfect; empty if
     * nobody churned or nobody stayed.
     */
    public OptionalDouble areaUnderCurve() {
        if (churned == 0 || stayed == 0) {
            return OptionalDouble.empty();
        }
        CountTable.Rows rows = counts.rows();
        double pairs = 0;
        long stayedAbove = stayed;
        for (int row = 0; row < rows.size(); row++) {
            stayedAbove -= rows.count(row, STAYED);
            pairs += rows.count(row, CHURNED) * (stayedAbove + rows.count(row, STAYED) / 2.0);
        }
        return OptionalDouble.of(pairs / churned / stayed);
    }

    /**
     * How many times the churn of all the churn of those with the lowest scores is. Customers with equal scores at the
     * border are taken in part, for nothing tells them apart. Empty if nobody churned.
     *
     * @param share how many of all customers to take, above 0, at most 1
     */
    public OptionalDouble lift(double share) {
        Require.that(share > 0 && share <= 1, "share", "is not above 0 and at most 1", "give a share as 0.1");
        if (churned == 0) {
            return OptionalDouble.empty();
        }
        double wanted = share * (churned + stayed);
        double taken = 0;
        double found = 0;
        CountTable.Rows rows = counts.rows();
        for (int row = 0; row < rows.size() && taken < wanted; row++) {
            long all = rows.count(row, CHURNED) + rows.count(row, STAYED);
            double part = Math.min(1, (wanted - taken) / all);
            taken += part * all;
            found += part * rows.count(row, CHURNED);
        }
        return OptionalDouble.of(found / wanted / ((double) churned / (churned + stayed)));
    }

    /** Whether the other holds the same scores and outcomes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HealthCalibration that && counts.equals(that.counts);
    }

    /** Changes with every customer that is added. */
    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return "HealthCalibration[stayed=" + stayed + ", churned=" + churned + "]";
    }
}
