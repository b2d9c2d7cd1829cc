package io.rapport.crm.retention.survival;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.internal.ChiSquare;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The cumulative hazard: how many events one customer would have had by a time if each event were followed by a new
 * life (W. Nelson, Technometrics 14, 1972, 945-966; O. Aalen, Annals of Statistics 6, 1978, 701-726). The sum over the
 * times of events of events / at risk, with variance events / at risk squared. Where several events share a time only
 * because time was rounded, {@link Ties#IN_TURN} lets them happen one after another (T. R. Fleming and D. P.
 * Harrington, Communications in Statistics 13, 1984, 2469-2486). Empty beyond the last time watched. Immutable.
 */
public final class NelsonAalen {

    /** How events of one time are counted. */
    public enum Ties {
        /** All at once: d / n. */
        TOGETHER,
        /** One after another: 1/n + 1/(n-1) + ... ; d must be whole numbers of customers. */
        IN_TURN
    }

    private final RiskSets sets;
    private final double[] hazard;
    private final double[] variance;

    private NelsonAalen(RiskSets sets, Ties ties) {
        this.sets = sets;
        hazard = new double[sets.size() + 1];
        variance = new double[sets.size() + 1];
        for (int i = 0; i < sets.size(); i++) {
            hazard[i + 1] = hazard[i];
            variance[i + 1] = variance[i];
            double n = sets.atRisk(i);
            double d = sets.events[i];
            if (ties == Ties.TOGETHER && d > 0) {
                hazard[i + 1] += d / n;
                variance[i + 1] += d / (n * n);
            } else if (d > 0) {
                addInTurn(i + 1, n, d);
            }
        }
    }

    private void addInTurn(int at, double n, double d) {
        Require.that(d == Math.rint(d), "table", "has events that are no whole number", "count ties together");
        for (double left = n; left > n - d; left--) {
            hazard[at] += 1 / left;
            variance[at] += 1 / (left * left);
        }
    }

    /** The cumulative hazard of the lifetimes in the table, ties counted together. */
    public static NelsonAalen of(SurvivalTable table) {
        return of(table, Ties.TOGETHER);
    }

    /** The cumulative hazard of the lifetimes in the table. */
    public static NelsonAalen of(SurvivalTable table, Ties ties) {
        return new NelsonAalen(new RiskSets(table), Require.present("ties", ties));
    }

    /** The cumulative hazard up to and with the time; empty where nobody was watched that long. */
    public OptionalDouble hazard(double time) {
        return isKnown(time) ? OptionalDouble.of(hazard[sets.upTo(time)]) : OptionalDouble.empty();
    }

    /** The standard error of the hazard; empty where that is. */
    public OptionalDouble standardError(double time) {
        return isKnown(time) ? OptionalDouble.of(Math.sqrt(variance[sets.upTo(time)])) : OptionalDouble.empty();
    }

    /** The survival that goes with the hazard, exp(-H) (Breslow's estimate); empty where that is. */
    public OptionalDouble survival(double time) {
        return isKnown(time) ? OptionalDouble.of(Math.exp(-hazard[sets.upTo(time)])) : OptionalDouble.empty();
    }

    /** The interval of the hazard on the scale of its logarithm, so that it stays above 0; empty where that is. */
    public Optional<ConfidenceInterval> interval(double time, double confidence) {
        ConfidenceInterval.check(confidence);
        if (!isKnown(time)) {
            return Optional.empty();
        }
        int at = sets.upTo(time);
        double h = hazard[at];
        double reach = h == 0 ? 0 : ChiSquare.normalHalfWidth(confidence) * Math.sqrt(variance[at]) / h;
        return Optional.of(new ConfidenceInterval(h * Math.exp(-reach), h * Math.exp(reach), confidence));
    }

    private boolean isKnown(double time) {
        Require.that(time >= 0, "time", "is below 0", "give a time of 0 or more");
        return sets.size() > 0 && time <= sets.last();
    }

    @Override
    public String toString() {
        return "NelsonAalen[times=" + sets.size() + "]";
    }
}
