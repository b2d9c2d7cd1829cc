package io.rapport.crm.retention.value;

import java.util.Arrays;

/**
 * The distinct (x, t_x, T) in rising order, each value as an index into the distinct values, so that a model takes each
 * logarithm and gamma term once. The order does not depend on how the rows came in, so neither do the bits of a sum.
 * Times are divided by a power of two near the longest age, which loses no bits and makes every unit alike.
 */
final class SortedHistories {

    final double[] frequencies;
    final double[] recencies;
    final double[] ages;
    final int[] frequency;
    final int[] recency;
    final int[] age;
    final double[] count;
    final long customers;
    final double scale;

    SortedHistories(HistoryTable table) {
        this(table, 0);
    }

    /** Divides times by the given scale, or by one of its own if that is 0. */
    private SortedHistories(HistoryTable table, double givenScale) {
        customers = table.customers();
        int n = table.size();
        double[] x = new double[n];
        double[] recent = new double[n];
        double[] old = new double[n];
        int[] next = {0};
        table.forEach((frequency, recency, age, count) -> {
            x[next[0]] = frequency;
            recent[next[0]] = recency;
            old[next[0]++] = age;
        });
        long[] keys = new long[n];
        frequencies = HistoryTable.distinct(x.clone());
        recencies = HistoryTable.distinct(recent.clone());
        ages = HistoryTable.distinct(old.clone());
        int recencyBits = bits(recencies);
        int ageBits = bits(ages);
        for (int i = 0; i < n; i++) {
            long high = ((long) Arrays.binarySearch(frequencies, x[i]) << recencyBits)
                    | Arrays.binarySearch(recencies, recent[i]);
            keys[i] = (high << ageBits) | Arrays.binarySearch(ages, old[i]);
        }
        Arrays.sort(keys);
        frequency = new int[n];
        recency = new int[n];
        age = new int[n];
        count = new double[n];
        for (int i = 0; i < n; i++) {
            age[i] = (int) (keys[i] & ((1L << ageBits) - 1));
            recency[i] = (int) ((keys[i] >>> ageBits) & ((1L << recencyBits) - 1));
            frequency[i] = (int) (keys[i] >>> (ageBits + recencyBits));
            count[i] = table.count((int) frequencies[frequency[i]], recencies[recency[i]], ages[age[i]]);
        }
        double longest = n == 0 ? 0 : ages[ages.length - 1];
        double own = longest == 0 ? 1 : Math.scalb(1.0, Math.getExponent(longest));
        scale = givenScale > 0 ? givenScale : own;
        divide(recencies);
        divide(ages);
    }

    int size() {
        return count.length;
    }

    /** Every n-th row in the same scale: since they are sorted, a fair sample of the customers. */
    SortedHistories every(int step) {
        HistoryTable sample = new HistoryTable();
        for (int i = 0; i < size(); i += step) {
            double recent = recencies[recency[i]] * scale;
            sample.add((int) frequencies[frequency[i]], recent, ages[age[i]] * scale, (long) count[i]);
        }
        return new SortedHistories(sample, scale);
    }

    /** The sum over customers of x. */
    double purchases() {
        double sum = 0;
        for (int i = 0; i < count.length; i++) {
            sum += count[i] * frequencies[frequency[i]];
        }
        return sum;
    }

    /** The sum over customers of T, scaled. */
    double observed() {
        double sum = 0;
        for (int i = 0; i < count.length; i++) {
            sum += count[i] * ages[age[i]];
        }
        return sum;
    }

    /** Why no transaction model can be told from these customers; empty if one may. */
    String unidentifiable() {
        if (customers == 0) {
            return "there are no customers";
        }
        if (customers == 1) {
            return "one customer shows nothing of how customers differ";
        }
        if (frequencies.length == 1) {
            return frequencies[0] == 0
                    ? "no repeat purchases: no customer bought again"
                    : "every customer has the same number of repeat purchases, " + (long) frequencies[0];
        }
        return "";
    }

    private void divide(double[] times) {
        for (int i = 0; i < times.length; i++) {
            times[i] /= scale;
        }
    }

    private static int bits(double[] distinct) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(distinct.length);
    }
}
