package io.rapport.crm.retention.internal;

/**
 * Orders numbers by some of their bits, digit by digit from the lowest, each number with a companion if wanted. Takes
 * time in proportion to the numbers and the bits, with no comparison that a processor could guess wrong. Numbers that are
 * equal in these bits keep their order. Keeps its memory from one use to the next, since what was used lately is in the
 * processor's cache.
 */
public final class RadixSort {

    private static final int DIGIT = 13;

    private final int companionsEach;
    private long[] keys = {};
    private long[] companions = {};
    private long[] otherKeys = {};
    private long[] otherCompanions = {};
    private int size;

    /** @param withCompanions whether each number has one */
    public RadixSort(boolean withCompanions) {
        companionsEach = withCompanions ? 1 : 0;
    }

    /** Makes room for so many numbers, to be put into {@link #keys()} and {@link #companions()}. */
    public RadixSort of(int numbers) {
        size = numbers;
        if (keys.length < numbers) {
            int room = numbers + (numbers >> 2);
            keys = new long[room];
            otherKeys = new long[room];
            companions = new long[room * companionsEach];
            otherCompanions = new long[room * companionsEach];
        }
        return this;
    }

    /** Orders by the bits from {@code low} to before {@code high}, as unsigned numbers. */
    public RadixSort byBits(int low, int high) {
        int passes = size < 2 ? 0 : (high - low + DIGIT - 1) / DIGIT;
        for (int pass = 0; pass < passes; pass++) {
            int from = low + (high - low) * pass / passes;
            int to = low + (high - low) * (pass + 1) / passes;
            deal(from, (1 << (to - from)) - 1);
        }
        return this;
    }

    private void deal(int shift, int mask) {
        int[] next = firstOfEach(shift, mask);
        long[] from = keys;
        long[] to = otherKeys;
        if (companionsEach == 0) {
            for (int i = 0; i < size; i++) {
                long key = from[i];
                to[next[(int) (key >>> shift) & mask]++] = key;
            }
        } else {
            for (int i = 0; i < size; i++) {
                long key = from[i];
                int at = next[(int) (key >>> shift) & mask]++;
                to[at] = key;
                otherCompanions[at] = companions[i];
            }
            long[] swap = companions;
            companions = otherCompanions;
            otherCompanions = swap;
        }
        otherKeys = from;
        keys = to;
    }

    private int[] firstOfEach(int shift, int mask) {
        int[] counts = new int[mask + 1];
        for (int i = 0; i < size; i++) {
            counts[(int) (keys[i] >>> shift) & mask]++;
        }
        int sum = 0;
        for (int digit = 0; digit <= mask; digit++) {
            int count = counts[digit];
            counts[digit] = sum;
            sum += count;
        }
        return counts;
    }

    /** The numbers at the beginning of a longer array, which another pass replaces. */
    public long[] keys() {
        return keys;
    }

    /** Their companions, likewise. */
    public long[] companions() {
        return companions;
    }

    /** How many bits numbers from 0 to the given one take. */
    public static int bits(long largest) {
        return Long.SIZE - Long.numberOfLeadingZeros(largest);
    }
}
