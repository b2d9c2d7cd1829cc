package io.rapport.crm.retention.value;

import java.io.Serializable;
import java.util.Arrays;

/** Counts equal (x, t_x, T) in a hash table of plain arrays, so that millions of rows take no objects. */
final class HistoryTable implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 16;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private int[] frequencies = new int[FIRST_CAPACITY];
    private double[] recencies = new double[FIRST_CAPACITY];
    private double[] ages = new double[FIRST_CAPACITY];
    private long[] counts = new long[FIRST_CAPACITY];
    private int size;
    private long customers;

    void add(int frequency, double recency, double age, long count) {
        if (2 * (size + 1) > counts.length) {
            grow();
        }
        put(frequency, recency, age, count);
        customers = Math.addExact(customers, count);
    }

    void addAll(HistoryTable other) {
        int[] theirFrequencies = other.frequencies;
        double[] theirRecencies = other.recencies;
        double[] theirAges = other.ages;
        long[] theirCounts = other.counts.clone();
        for (int i = 0; i < theirCounts.length; i++) {
            if (theirCounts[i] > 0) {
                add(theirFrequencies[i], theirRecencies[i], theirAges[i], theirCounts[i]);
            }
        }
    }

    long count(int frequency, double recency, double age) {
        return counts[slot(frequency, recency, age)];
    }

    int size() {
        return size;
    }

    long customers() {
        return customers;
    }

    /** Receives rows in the table's own order, which depends on the order they came in. */
    interface RowReader {
        void row(int frequency, double recency, double age, long count);
    }

    void forEach(RowReader reader) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                reader.row(frequencies[i], recencies[i], ages[i], counts[i]);
            }
        }
    }

    /** The rows in the table's own order, which depends on the order they came in. */
    Rows rows() {
        Rows rows = new Rows(new int[size], new double[size], new double[size], new long[size]);
        int[] next = {0};
        forEach((frequency, recency, age, count) -> {
            int row = next[0]++;
            rows.frequencies[row] = frequency;
            rows.recencies[row] = recency;
            rows.ages[row] = age;
            rows.counts[row] = count;
        });
        return rows;
    }

    /** Distinct rows in columns. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves this package
    record Rows(int[] frequencies, double[] recencies, double[] ages, long[] counts) {

        int size() {
            return counts.length;
        }

        /** Spread over all bits, and the same wherever the row stands. */
        long hash(int row) {
            long hash = HistoryTable.hash(frequencies[row], recencies[row], ages[row]);
            return (hash ^ (hash >>> 32)) * SPREAD;
        }

        /** By x, then t_x, then T. */
        int compare(int one, int other) {
            int order = Integer.compare(frequencies[one], frequencies[other]);
            order = order == 0 ? Double.compare(recencies[one], recencies[other]) : order;
            return order == 0 ? Double.compare(ages[one], ages[other]) : order;
        }
    }

    private void put(int frequency, double recency, double age, long count) {
        int slot = slot(frequency, recency, age);
        if (counts[slot] == 0) {
            frequencies[slot] = frequency;
            recencies[slot] = recency;
            ages[slot] = age;
            size++;
        }
        counts[slot] += count;
    }

    private int slot(int frequency, double recency, double age) {
        int mask = counts.length - 1;
        int slot = (int) (hash(frequency, recency, age) >>> 20) & mask;
        while (counts[slot] > 0
                && !(frequencies[slot] == frequency && recencies[slot] == recency && ages[slot] == age)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long hash(int frequency, double recency, double age) {
        long hash = (frequency + SPREAD) * SPREAD;
        hash = (hash ^ (hash >>> 29) ^ Double.doubleToLongBits(recency)) * SPREAD;
        return (hash ^ (hash >>> 31) ^ Double.doubleToLongBits(age)) * SPREAD;
    }

    private void grow() {
        int[] oldFrequencies = frequencies;
        double[] oldRecencies = recencies;
        double[] oldAges = ages;
        long[] oldCounts = counts;
        int capacity = 2 * oldCounts.length;
        frequencies = new int[capacity];
        recencies = new double[capacity];
        ages = new double[capacity];
        counts = new long[capacity];
        size = 0;
        for (int i = 0; i < oldCounts.length; i++) {
            if (oldCounts[i] > 0) {
                put(oldFrequencies[i], oldRecencies[i], oldAges[i], oldCounts[i]);
            }
        }
    }

    /** The distinct values of an array that is made anew, rising. */
    static double[] distinct(double[] values) {
        Arrays.sort(values);
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[n++] = values[i];
            }
        }
        return Arrays.copyOf(values, n);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof HistoryTable that) || size != that.size || customers != that.customers) {
            return false;
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && that.count(frequencies[i], recencies[i], ages[i]) != counts[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                sum += hash(frequencies[i], recencies[i], ages[i]) ^ counts[i];
            }
        }
        return Long.hashCode(sum);
    }
}
