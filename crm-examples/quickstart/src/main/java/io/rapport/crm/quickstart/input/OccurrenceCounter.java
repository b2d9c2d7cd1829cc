package io.rapport.crm.quickstart.input;

/** Counts how often each hash was seen, in two flat arrays: a map of boxed numbers would take five times the memory. */
final class OccurrenceCounter {

    private long[] hashes = new long[1 << 10];
    private int[] counts = new int[hashes.length];
    private int size;

    /** How often this hash was seen, this time included. */
    int count(long hash) {
        int slot = slot(hash);
        if (counts[slot] == 0) {
            if (++size > hashes.length / 4 * 3) {
                grow();
                slot = slot(hash);
            }
            hashes[slot] = hash;
        }
        return ++counts[slot];
    }

    /** The slot that holds the hash, or the free one where it belongs. The hash is uniform, so its low bits serve. */
    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (counts[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        counts = new int[hashes.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
