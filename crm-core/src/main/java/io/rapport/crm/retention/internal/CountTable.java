package io.rapport.crm.retention.internal;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Counts for pairs of numbers, in a hash table of plain arrays: no object for what is counted. Whole counts only, so
 * that sums do not depend on the order of adding; readers get the pairs in order and can add up fractions of them in
 * that one order.
 */
public final class CountTable implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 16;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int HALF = 32;

    private final int columns;
    private double[] firsts = new double[FIRST_CAPACITY];
    private double[] seconds = new double[FIRST_CAPACITY];
    private boolean[] taken = new boolean[FIRST_CAPACITY];
    private long[] counts;
    private int size;

    /** @param columns how many counts stand by each pair */
    public CountTable(int columns) {
        this.columns = columns;
        counts = new long[FIRST_CAPACITY * columns];
    }

    /** Adds to a count of a pair. 0 and -0 are the same. */
    public void add(double first, double second, int column, long count) {
        if (2 * (size + 1) > taken.length) {
            grow();
        }
        int slot = slot(first + 0.0, second + 0.0);
        int at = slot * columns + column;
        counts[at] = Math.addExact(counts[at], count);
    }

    /** Adds all counts of the other, which stays as it is. */
    public void merge(CountTable other) {
        Rows rows = other.rows();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                if (rows.count(row, column) > 0) {
                    add(rows.first(row), rows.second(row), column, rows.count(row, column));
                }
            }
        }
    }

    /** The pairs in order of the first, then the second number, as they are now. Takes n log n. */
    public Rows rows() {
        Integer[] order = new Integer[size];
        int found = 0;
        for (int slot = 0; slot < taken.length; slot++) {
            if (taken[slot]) {
                order[found++] = slot;
            }
        }
        Arrays.sort(order, (one, other) -> {
            int byFirst = Double.compare(firsts[one], firsts[other]);
            return byFirst != 0 ? byFirst : Double.compare(seconds[one], seconds[other]);
        });
        Rows rows = new Rows(size, columns);
        for (int row = 0; row < size; row++) {
            int slot = order[row];
            rows.firsts[row] = firsts[slot];
            rows.seconds[row] = seconds[slot];
            System.arraycopy(counts, slot * columns, rows.counts, row * columns, columns);
        }
        return rows;
    }

    private int slot(double first, double second) {
        int mask = taken.length - 1;
        int slot = hash(first, second) & mask;
        while (taken[slot] && !(firsts[slot] == first && seconds[slot] == second)) {
            slot = (slot + 1) & mask;
        }
        if (!taken[slot]) {
            taken[slot] = true;
            firsts[slot] = first;
            seconds[slot] = second;
            size++;
        }
        return slot;
    }

    private static int hash(double first, double second) {
        long hash = Double.doubleToLongBits(first) * SPREAD;
        hash = ((hash ^ (hash >>> HALF)) + Double.doubleToLongBits(second)) * SPREAD;
        return (int) (hash >>> HALF);
    }

    private void grow() {
        double[] oldFirsts = firsts;
        double[] oldSeconds = seconds;
        boolean[] wasTaken = taken;
        long[] oldCounts = counts;
        int capacity = 2 * wasTaken.length;
        firsts = new double[capacity];
        seconds = new double[capacity];
        taken = new boolean[capacity];
        counts = new long[capacity * columns];
        size = 0;
        for (int old = 0; old < wasTaken.length; old++) {
            if (wasTaken[old]) {
                int slot = slot(oldFirsts[old], oldSeconds[old]);
                System.arraycopy(oldCounts, old * columns, counts, slot * columns, columns);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountTable that && size == that.size && rows().equals(that.rows());
    }

    @Override
    public int hashCode() {
        return rows().hashCode();
    }

    /** Pairs in order with their counts. */
    public static final class Rows {

        private final int columns;
        private final double[] firsts;
        private final double[] seconds;
        private final long[] counts;

        private Rows(int size, int columns) {
            this.columns = columns;
            firsts = new double[size];
            seconds = new double[size];
            counts = new long[size * columns];
        }

        /** How many pairs. */
        public int size() {
            return firsts.length;
        }

        /** The first number of a pair. */
        public double first(int row) {
            return firsts[row];
        }

        /** The second number of a pair. */
        public double second(int row) {
            return seconds[row];
        }

        /** A count of a pair. */
        public long count(int row, int column) {
            return counts[row * columns + column];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Rows that
                    && Arrays.equals(firsts, that.firsts)
                    && Arrays.equals(seconds, that.seconds)
                    && Arrays.equals(counts, that.counts);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Arrays.hashCode(firsts) + Arrays.hashCode(seconds)) + Arrays.hashCode(counts);
        }
    }
}
