package io.rapport.crm.retention.survival;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.internal.ChiSquare;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The share of customers for whom the event (churn, the second purchase) has not happened by a time, when some were not
 * watched to the end (E. L. Kaplan and P. Meier, J. Am. Stat. Assoc. 53, 1958, 457-481): the product over the times of
 * events of 1 - events / at risk. At one time events come before censorings, so who is censored then is still at risk.
 * Standard errors are Greenwood's; intervals are those of log(-log S), which stay between 0 and 1. Weights count as
 * that many customers. A quantile is the first time at which the curve has come down to it.
 *
 * <p>Beyond the last time watched nothing is known unless nobody was left, and the answers are empty. Immutable; a
 * question takes the logarithm of the number of distinct times, the restricted mean all of them.
 */
public final class KaplanMeier {

    /** By so much a product of fractions may miss the fraction that it equals. */
    private static final double ROUNDING = 1e-12;

    private final RiskSets sets;
    /** After each time; index 0 is before the first. */
    private final double[] survival;

    private final double[] greenwood;

    private KaplanMeier(RiskSets sets) {
        this.sets = sets;
        survival = new double[sets.size() + 1];
        greenwood = new double[sets.size() + 1];
        survival[0] = 1;
        for (int i = 0; i < sets.size(); i++) {
            double n = sets.atRisk(i);
            double d = sets.events[i];
            boolean all = d > 0 && n - d <= ROUNDING * n;
            survival[i + 1] = all ? 0 : d > 0 ? survival[i] * ((n - d) / n) : survival[i];
            greenwood[i + 1] = greenwood[i] + (d == 0 || all ? 0 : d / (n * (n - d)));
        }
    }

    /** The curve of the lifetimes in the table. */
    public static KaplanMeier of(SurvivalTable table) {
        return new KaplanMeier(new RiskSets(table));
    }

    /** The times at which anything happened, in order. */
    public List<SurvivalStep> steps() {
        List<SurvivalStep> steps = new ArrayList<>(sets.size());
        for (int i = 0; i < sets.size(); i++) {
            steps.add(new SurvivalStep(
                    sets.times[i],
                    sets.atRisk(i),
                    sets.events[i],
                    sets.censored[i],
                    sets.entries[i],
                    survival[i + 1],
                    error(i + 1)));
        }
        return steps;
    }

    /** The share for whom the event is later than the time; empty where nobody was watched that long. */
    public OptionalDouble survival(double time) {
        return isKnown(time) ? OptionalDouble.of(survival[sets.upTo(time)]) : OptionalDouble.empty();
    }

    /** Greenwood's standard error of the survival; empty where that is unknown, and once it is 0. */
    public OptionalDouble standardError(double time) {
        return isKnown(time) ? error(sets.upTo(time)) : OptionalDouble.empty();
    }

    /** The log-log interval of the survival; empty where that is unknown, and once it is 0. */
    public Optional<ConfidenceInterval> interval(double time, double confidence) {
        ConfidenceInterval.check(confidence);
        if (!isKnown(time)) {
            return Optional.empty();
        }
        int at = sets.upTo(time);
        double s = survival[at];
        if (s == 0) {
            return Optional.empty();
        }
        double reach = s == 1 ? 0 : ChiSquare.normalHalfWidth(confidence) * Math.sqrt(greenwood[at]) / -Math.log(s);
        return Optional.of(
                new ConfidenceInterval(Math.pow(s, Math.exp(reach)), Math.pow(s, Math.exp(-reach)), confidence));
    }

    /** When half of them have had the event; empty when it never comes that far. */
    public OptionalDouble median() {
        return quantile(0.5);
    }

    /**
     * The first time at which so many have had the event; empty when it never comes that far.
     *
     * @param share above 0, at most 1
     */
    public OptionalDouble quantile(double share) {
        Require.that(share > 0 && share <= 1, "share", "is not above 0 and at most 1", "give a share as 0.5");
        for (int i = 0; i < sets.size(); i++) {
            if (survival[i + 1] <= 1 - share + ROUNDING) {
                return OptionalDouble.of(sets.times[i]);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * The mean time to the event, counting no more than the horizon, with Greenwood's standard error; empty when nobody
     * was watched up to the horizon while some were still without the event.
     *
     * @param horizon above 0
     */
    public Optional<RestrictedMean> restrictedMean(double horizon) {
        Require.that(horizon > 0 && horizon < Double.POSITIVE_INFINITY, "horizon", "is not above 0", "give a time");
        if (!isKnown(horizon)) {
            return Optional.empty();
        }
        double area = 0;
        double variance = 0;
        double until = horizon;
        for (int i = sets.upTo(horizon) - 1; i >= 0; i--) {
            area += survival[i + 1] * (until - sets.times[i]);
            variance += area * area * (greenwood[i + 1] - greenwood[i]);
            until = sets.times[i];
        }
        return Optional.of(new RestrictedMean(horizon, area + until, Math.sqrt(variance)));
    }

    private boolean isKnown(double time) {
        Require.that(time >= 0, "time", "is below 0", "give a time of 0 or more");
        boolean nobodyLeft = survival[sets.size()] == 0;
        return sets.size() > 0 && (time <= sets.last() || nobodyLeft);
    }

    private OptionalDouble error(int at) {
        return survival[at] == 0 ? OptionalDouble.empty() : OptionalDouble.of(survival[at] * Math.sqrt(greenwood[at]));
    }

    @Override
    public String toString() {
        return "KaplanMeier[times=" + sets.size() + "]";
    }
}
