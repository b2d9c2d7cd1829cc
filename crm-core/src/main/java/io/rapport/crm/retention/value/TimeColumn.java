package io.rapport.crm.retention.value;

import io.rapport.crm.retention.internal.RadixSort;
import java.util.Arrays;

/**
 * The times of rows, each as an index into values, so that a model takes the logarithm of a value once: equal times share
 * a value where there are few different ones, as there are of days. Where nearly all differ, looking for equals would take
 * longer than it saves, and only neighbours share.
 */
final class TimeColumn {

    private static final int FEW = 16_384;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    final double[] values;
    final int[] index;

    private TimeColumn(double[] values, int[] index) {
        this.values = values;
        this.index = index;
    }

    static TimeColumn of(double[] times) {
        int[] index = new int[times.length];
        double[] few = new double[Math.min(FEW, times.length)];
        int size = shareAll(times, few, index);
        return size <= FEW ? new TimeColumn(Arrays.copyOf(few, size), index) : neighboursShare(times, index);
    }

    /** Returns how many values there are, or more than {@link #FEW} if there are more. */
    private static int shareAll(double[] times, double[] values, int[] index) {
        int bits = RadixSort.bits(2L * values.length) + 1;
        int[] slots = new int[1 << bits];
        int size = 0;
        for (int i = 0; i < times.length; i++) {
            int slot = (int) ((Double.doubleToLongBits(times[i]) * SPREAD) >>> (Long.SIZE - bits));
            while (slots[slot] > 0 && values[slots[slot] - 1] != times[i]) {
                slot = (slot + 1) & (slots.length - 1);
            }
            if (slots[slot] == 0) {
                if (size == values.length) {
                    return FEW + 1;
                }
                values[size++] = times[i];
                slots[slot] = size;
            }
            index[i] = slots[slot] - 1;
        }
        return size;
    }

    private static TimeColumn neighboursShare(double[] times, int[] index) {
        double[] values = new double[times.length];
        int size = 0;
        for (int i = 0; i < times.length; i++) {
            if (i == 0 || times[i] != values[size - 1]) {
                values[size++] = times[i];
            }
            index[i] = size - 1;
        }
        return new TimeColumn(Arrays.copyOf(values, size), index);
    }
}
