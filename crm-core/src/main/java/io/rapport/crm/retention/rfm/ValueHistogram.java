package io.rapport.crm.retention.rfm;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.internal.CountTable;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How many customers have which value: what cuts are computed from when the customers are spread over many machines.
 * One customer is one value, so facts of one customer are brought together first. Merging in any order and tree gives
 * the same, bit by bit, as one pass. Holds some 60 bytes for each distinct value. Not thread-safe.
 */
public final class ValueHistogram implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CountTable counts = new CountTable(1);
    private long size;

    /** No values. */
    public ValueHistogram() {}

    /** Adds the value of one customer. */
    public void add(double value) {
        Require.that(Double.isFinite(value), "value", "is not a number", "give a finite value");
        counts.add(value, 0, 0, 1);
        size++;
    }

    /** Takes over what the other holds; the other stays as it is. Returns this. */
    public ValueHistogram merge(ValueHistogram other) {
        counts.merge(other.counts);
        size += other.size;
        return this;
    }

    /** The number of customers. */
    public long size() {
        return size;
    }

    RankedValues ranked() {
        CountTable.Rows rows = counts.rows();
        double[] values = new double[rows.size()];
        long[] upTo = new long[rows.size()];
        long sum = 0;
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.first(row);
            sum += rows.count(row, 0);
            upTo[row] = sum;
        }
        return new Ranked(values, upTo, sum);
    }

    /** Whether the other holds the same values as often. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ValueHistogram that && counts.equals(that.counts);
    }

    /** Changes with every value that is added. */
    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return "ValueHistogram[size=" + size + "]";
    }

    /**
     * Distinct values in order.
     *
     * @param upTo how many values are at most each of them
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves this file
    private record Ranked(double[] values, long[] upTo, long size) implements RankedValues {

        @Override
        public double at(long rank) {
            int at = Arrays.binarySearch(upTo, rank + 1);
            return values[at < 0 ? -at - 1 : at];
        }
    }
}
