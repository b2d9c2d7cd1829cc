package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Locale;

/**
 * How a score moved between two independent sets of answers. The test is a two-sample z test on the adjusted counts
 * that also carry the interval, so the p value and the interval always say the same. With very few answers the
 * interval, which is centred on the adjusted difference, may leave out the raw one.
 *
 * @param difference the later raw score minus the earlier one
 * @param interval the interval of the adjusted difference
 * @param z the adjusted difference in standard errors
 * @param p the two-sided probability of a move at least this large when nothing has changed
 * @param unit the unit of {@code difference} and {@code interval}
 */
public record Change(double difference, Interval interval, double z, double p, ScoreUnit unit) implements Serializable {

    /** What the interval allows to be said. */
    public enum Verdict {
        /** The whole interval lies above 0. */
        IMPROVED,
        /** The whole interval lies below 0. */
        WORSE,
        /** The interval spans 0. */
        NO_CLEAR_CHANGE
    }

    public Change {
        Require.present("interval", interval);
        Require.present("unit", unit);
    }

    static Change of(
            double raw, Estimate adjusted, double bound, double confidence, IntervalMethod method, ScoreUnit unit) {
        Interval interval = adjusted.within(bound, confidence, method);
        return new Change(raw, interval, adjusted.z(), Normal.twoSidedTail(adjusted.z()), unit);
    }

    /** The verdict at the confidence of the interval. A higher score is better for every score of this package. */
    public Verdict verdict() {
        if (interval.lower() > 0) {
            return Verdict.IMPROVED;
        }
        return interval.upper() < 0 ? Verdict.WORSE : Verdict.NO_CLEAR_CHANGE;
    }

    /** One English sentence with the figures behind the verdict. */
    public String explain() {
        String said = switch (verdict()) {
            case IMPROVED -> "Improved by ";
            case WORSE -> "Worse by ";
            case NO_CLEAR_CHANGE -> "No clear change: ";
        };
        return said + unit.showDifference(difference) + "; " + unit.showDifference(interval)
                + String.format(Locale.ROOT, ", p %.3g.", p);
    }
}
