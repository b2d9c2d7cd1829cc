package io.rapport.crm.retention.survival;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.internal.ChiSquare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Whether groups of customers fare differently: the log-rank test (N. Mantel, Cancer Chemotherapy Reports 50, 1966,
 * 163-170; R. Peto and J. Peto, J. R. Stat. Soc. A 135, 1972, 185-207). At each time of an event the events expected of
 * a group are its share of those at risk; the variance is hypergeometric.
 *
 * @param groups observed and expected events, in the order the groups were given
 * @param chiSquare the statistic; empty when the data cannot tell the groups apart, as when there is no event while two
 *     groups are at risk
 * @param degreesOfFreedom the number of groups that can be compared, less 1
 * @param pValue the probability of at least this statistic if all groups fare alike; empty with it
 */
public record LogRank(
        List<LogRankGroup> groups, OptionalDouble chiSquare, int degreesOfFreedom, OptionalDouble pValue) {

    private static final double ROUNDING = 1e-10;

    public LogRank {
        groups = Require.list("groups", groups);
    }

    /** Compares groups; takes one pass over all times of events for each pair of groups. */
    public static LogRank of(Map<String, SurvivalTable> tables) {
        Require.that(tables.size() >= 2, "tables", "hold fewer than two groups", "give at least two to compare");
        List<String> names = new ArrayList<>(tables.keySet());
        List<RiskSets> sets = names.stream()
                .map(name -> new RiskSets(Require.present("tables[]", tables.get(name))))
                .toList();
        Sums sums = new Sums(sets.size());
        double[] times = sets.stream()
                .flatMapToDouble(group -> DoubleStream.of(group.times))
                .sorted()
                .distinct()
                .toArray();
        for (double time : times) {
            sums.add(
                    sets.stream().mapToDouble(group -> group.eventsAt(time)).toArray(),
                    sets.stream().mapToDouble(group -> group.atRiskAt(time)).toArray());
        }
        return sums.result(names);
    }

    /** Sums over the times of events. */
    private static final class Sums {

        private final double[] observed;
        private final double[] expected;
        private final double[][] variance;

        Sums(int groups) {
            observed = new double[groups];
            expected = new double[groups];
            variance = new double[groups][groups];
        }

        void add(double[] events, double[] atRisk) {
            double d = DoubleStream.of(events).sum();
            double n = DoubleStream.of(atRisk).sum();
            if (d == 0) {
                return;
            }
            double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
            for (int i = 0; i < observed.length; i++) {
                double share = atRisk[i] / n;
                observed[i] += events[i];
                expected[i] += d * share;
                for (int j = 0; j < observed.length; j++) {
                    variance[i][j] += spread * share * ((i == j ? 1 : 0) - atRisk[j] / n);
                }
            }
        }

        LogRank result(List<String> names) {
            List<LogRankGroup> groups = new ArrayList<>();
            for (int i = 0; i < observed.length; i++) {
                groups.add(new LogRankGroup(names.get(i), observed[i], expected[i]));
            }
            double[] difference = new double[observed.length];
            for (int i = 0; i < difference.length; i++) {
                difference[i] = observed[i] - expected[i];
            }
            return statistic(groups, difference);
        }

        /** Eliminates one group after another; the last, and any that cannot be compared, leave nothing over. */
        private LogRank statistic(List<LogRankGroup> groups, double[] difference) {
            double sum = 0;
            int degrees = 0;
            for (int i = 0; i < difference.length - 1; i++) {
                double pivot = variance[i][i];
                if (pivot > ROUNDING * Math.max(1, expected[i])) {
                    sum += difference[i] * difference[i] / pivot;
                    degrees++;
                    for (int j = i + 1; j < difference.length; j++) {
                        double factor = variance[j][i] / pivot;
                        difference[j] -= factor * difference[i];
                        for (int k = i + 1; k < difference.length; k++) {
                            variance[j][k] -= factor * variance[i][k];
                        }
                    }
                }
            }
            return degrees == 0
                    ? new LogRank(groups, OptionalDouble.empty(), 0, OptionalDouble.empty())
                    : new LogRank(
                            groups,
                            OptionalDouble.of(sum),
                            degrees,
                            OptionalDouble.of(ChiSquare.upperTail(sum, degrees)));
        }
    }
}
