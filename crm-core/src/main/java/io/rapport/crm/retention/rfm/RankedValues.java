package io.rapport.crm.retention.rfm;

import io.rapport.crm.retention.internal.RadixSort;

/** Values in order, repeated as often as they occur. */
interface RankedValues {

    long size();

    /** The value of a rank, 0 for the smallest. */
    double at(long rank);

    static RankedValues of(double[] values) {
        long[] sorted = sorted(values);
        return new RankedValues() {
            @Override
            public long size() {
                return values.length;
            }

            @Override
            public double at(long rank) {
                return Double.longBitsToDouble(turned(sorted[(int) rank] ^ Long.MIN_VALUE));
            }
        };
    }

    /** Keys of the values, in order at the beginning of an array. */
    private static long[] sorted(double[] values) {
        RadixSort sort = new RadixSort(false).of(values.length);
        long[] keys = sort.keys();
        long all = 0;
        long common = -1;
        for (int i = 0; i < values.length; i++) {
            keys[i] = turned(Double.doubleToLongBits(values[i])) ^ Long.MIN_VALUE;
            all |= keys[i];
            common &= keys[i];
        }
        long differing = all & ~common;
        return sort.byBits(
                        Math.min(Long.numberOfTrailingZeros(differing), RadixSort.bits(differing)),
                        RadixSort.bits(differing))
                .keys();
    }

    /** From the bits of a double to a number in the same order, and back. */
    private static long turned(long bits) {
        return bits ^ (bits >> (Long.SIZE - 1) & Long.MAX_VALUE);
    }
}
