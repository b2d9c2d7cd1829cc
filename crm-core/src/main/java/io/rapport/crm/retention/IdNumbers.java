package io.rapport.crm.retention;

import io.rapport.crm.retention.internal.RadixSort;
import java.util.Arrays;

/**
 * Numbers the ids of one part after another in a small hash table, at first as they come, in the end in the order of
 * {@link CustomerKey}.
 */
final class IdNumbers {

    private static final int FIRST_CAPACITY = 64;

    private final RadixSort sort = new RadixSort(false);
    private int[] slots = new int[FIRST_CAPACITY];
    private long[] highs = new long[FIRST_CAPACITY / 2];
    private long[] lows = new long[FIRST_CAPACITY / 2];
    private int size;

    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    int size() {
        return size;
    }

    int number(long high, long low) {
        int mask = slots.length - 1;
        int slot = (int) CustomerKey.hash(high, low) & mask;
        while (slots[slot] != 0) {
            int id = slots[slot] - 1;
            if (lows[id] == low && highs[id] == high) {
                return id;
            }
            slot = (slot + 1) & mask;
        }
        if (size == highs.length) {
            grow();
            return number(high, low);
        }
        highs[size] = high;
        lows[size] = low;
        slots[slot] = size + 1;
        return size++;
    }

    private void grow() {
        int capacity = 2 * slots.length;
        slots = new int[capacity];
        highs = Arrays.copyOf(highs, capacity / 2);
        lows = Arrays.copyOf(lows, capacity / 2);
        int mask = capacity - 1;
        for (int id = 0; id < size; id++) {
            int slot = (int) CustomerKey.hash(highs[id], lows[id]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = id + 1;
        }
    }

    /** The numbers in the order of their ids. */
    int[] inOrder() {
        long[] keys = sort.of(size).keys();
        int bits = RadixSort.bits(size);
        for (int id = 0; id < size; id++) {
            keys[id] = CustomerKey.hashInPart(CustomerKey.hash(highs[id], lows[id])) >>> bits << bits | id;
        }
        // Twice as many bits of the hash as it takes to number the ids tell nearly all of them apart.
        int from = Math.max(bits, Long.SIZE - 2 * bits - 2);
        long[] sorted = sort.byBits(from, Long.SIZE).keys();
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) (sorted[i] & ((1L << bits) - 1));
            for (int j = i;
                    j > 0 && sorted[j - 1] >>> from == sorted[i] >>> from && isBefore(order[j], order[j - 1]);
                    j--) {
                int swap = order[j];
                order[j] = order[j - 1];
                order[j - 1] = swap;
            }
        }
        return order;
    }

    private boolean isBefore(int id, int other) {
        return CustomerKey.compare(highs[id], lows[id], highs[other], lows[other]) < 0;
    }

    long high(int id) {
        return highs[id];
    }

    long low(int id) {
        return lows[id];
    }
}
