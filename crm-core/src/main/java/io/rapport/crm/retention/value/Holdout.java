package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.RevenueDays;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What customers with which history went on to do, to hold against what a model expected of them. May be spread over any
 * number of accumulators, one customer in one of them, and merged in any order and tree; the figures then have the same
 * bits. Not thread-safe: one per thread, then merge.
 */
public final class Holdout implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int DECILES = 10;

    private final Horizon horizon;
    private final TreeMap<HoldoutRow, Long> counts = new TreeMap<>();

    private Holdout(Horizon horizon) {
        this.horizon = Require.present("horizon", horizon);
    }

    /** No customers yet, each of whom is to be observed for so long after the end of their history. */
    public static Holdout over(Horizon horizon) {
        return new Holdout(horizon);
    }

    /**
     * Splits the time of customers whose purchases are known by day: histories up to the first end, and purchases from
     * there up to the second. Customers who had not bought before the first are left out.
     */
    public static Holdout of(ActivityDays purchases, UnitOfTime unit, DataEnd calibrationEnd, DataEnd holdoutEnd) {
        Require.present("unit", unit);
        ObservedDays calibration = ObservedDays.before(Require.present("calibrationEnd", calibrationEnd));
        ObservedDays all = ObservedDays.before(Require.present("holdoutEnd", holdoutEnd));
        Require.that(all.end() > calibration.end(), "holdoutEnd", "is not after calibrationEnd", "give a later end");
        Holdout holdout = over(new Horizon(unit.ofDays(all.end() - calibration.end()), unit));
        Require.present("purchases", purchases).forEach(days -> {
            int before = calibration.count(days);
            if (before > 0) {
                holdout.add(calibration.history(days, unit), all.count(days) - before);
            }
        });
        return holdout;
    }

    /** The same of customers whose revenue is known by day. */
    public static Holdout of(RevenueDays revenue, UnitOfTime unit, DataEnd calibrationEnd, DataEnd holdoutEnd) {
        return of(Require.present("revenue", revenue).activity(), unit, calibrationEnd, holdoutEnd);
    }

    /**
     * Adds one customer.
     *
     * @param history up to the end of the calibration
     * @param purchases distinct days of purchase within the horizon after it
     */
    public void add(BuyingHistory history, int purchases) {
        add(history, purchases, 1);
    }

    /** Adds so many customers of the same history who did the same. */
    public void add(BuyingHistory history, int purchases, long customers) {
        counts.merge(new HoldoutRow(history, purchases), Require.positive("customers", customers), Math::addExact);
    }

    /** Takes over what the other, of the same horizon, holds; the other stays as it is. Returns this. */
    public Holdout merge(Holdout other) {
        Require.that(horizon.equals(other.horizon), "other", "has another horizon", "use one horizon");
        new TreeMap<>(other.counts).forEach((row, count) -> counts.merge(row, count, Math::addExact));
        return this;
    }

    /** How long the customers were observed. */
    public Horizon horizon() {
        return horizon;
    }

    /** The number of customers. */
    public long customers() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The model's errors over all customers. One prediction for each different history. */
    public HoldoutErrors evaluate(TransactionModel model) {
        double absolute = 0;
        double square = 0;
        double expected = 0;
        long actual = 0;
        for (Prediction row : predictions(model)) {
            double error = row.expected() - row.actual();
            absolute += row.customers() * Math.abs(error);
            square += row.customers() * error * error;
            expected += row.customers() * row.expected();
            actual += row.customers() * row.actual();
        }
        return new HoldoutErrors(customers(), absolute, square, expected, actual);
    }

    /**
     * Actual and expected purchases by calibration frequency: 0, 1, .. and {@code top} or more. Frequencies that nobody has
     * are left out.
     */
    public List<HoldoutGroup> byFrequency(TransactionModel model, int top) {
        Require.positive("top", top);
        TreeMap<Integer, GroupSums> groups = new TreeMap<>();
        for (Prediction row : predictions(model)) {
            groups.computeIfAbsent(Math.min(row.frequency(), top), absent -> new GroupSums())
                    .add(row, row.customers());
        }
        List<HoldoutGroup> result = new ArrayList<>();
        groups.forEach((frequency, sums) -> result.add(sums.group(frequency + (frequency == top ? "+" : ""))));
        return result;
    }

    /**
     * Calibration: actual and expected purchases by tenths of the customers, from those of whom most is expected. Equal
     * customers at a boundary are shared out, so a tenth is a tenth to one customer.
     */
    public List<HoldoutGroup> byDecile(TransactionModel model) {
        List<Prediction> ordered = new ArrayList<>(predictions(model));
        ordered.sort(Comparator.comparingDouble(Prediction::expected).reversed());
        long all = customers();
        List<HoldoutGroup> result = new ArrayList<>();
        long done = 0;
        int at = 0;
        long left = ordered.isEmpty() ? 0 : ordered.get(0).customers();
        for (int decile = 1; decile <= DECILES; decile++) {
            GroupSums sums = new GroupSums();
            long until = Math.multiplyExact(all, decile) / DECILES;
            while (done < until) {
                long taken = Math.min(left, until - done);
                sums.add(ordered.get(at), taken);
                done += taken;
                left -= taken;
                if (left == 0 && done < all) {
                    at++;
                    left = ordered.get(at).customers();
                }
            }
            if (sums.customers() > 0) {
                result.add(sums.group(Integer.toString(decile)));
            }
        }
        return Collections.unmodifiableList(result);
    }

    private List<Prediction> predictions(TransactionModel model) {
        Require.present("model", model);
        List<Prediction> predictions = new ArrayList<>(counts.size());
        BuyingHistory before = BuyingHistory.fresh(horizon.unit());
        double expected = model.expectedPurchases(before, horizon);
        for (Map.Entry<HoldoutRow, Long> row : counts.entrySet()) {
            BuyingHistory history = row.getKey().history();
            if (!history.equals(before)) {
                before = history;
                expected = model.expectedPurchases(history, horizon);
            }
            predictions.add(new Prediction(history.frequency(), row.getKey().purchases(), expected, row.getValue()));
        }
        return predictions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holdout that && horizon.equals(that.horizon) && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * horizon.hashCode() + counts.hashCode();
    }

    @Override
    public String toString() {
        return "Holdout[horizon=" + horizon + ", customers=" + customers() + "]";
    }

    private record Prediction(int frequency, int actual, double expected, long customers) {}

    /** Sums up one group. */
    private static final class GroupSums {

        private long customers;
        private long actual;
        private double expected;

        void add(Prediction row, long count) {
            customers += count;
            actual += count * row.actual();
            expected += count * row.expected();
        }

        long customers() {
            return customers;
        }

        HoldoutGroup group(String label) {
            return new HoldoutGroup(label, customers, actual, expected);
        }
    }
}
