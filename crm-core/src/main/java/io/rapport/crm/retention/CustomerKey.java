package io.rapport.crm.retention;

import java.util.UUID;

/** A customer as the two halves of an id, in the order in which tables keep customers: by hash. */
final class CustomerKey {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long STIR = 0xD6E8FEB86659FD93L;
    private static final int HALF = 32;

    private CustomerKey() {}

    static long hash(long high, long low) {
        long hash = high * SPREAD + low;
        hash = (hash ^ (hash >>> HALF)) * STIR;
        hash = (hash ^ (hash >>> HALF)) * STIR;
        return hash ^ (hash >>> HALF);
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
        int order = Long.compareUnsigned(hash(high, low), hash(otherHigh, otherLow));
        if (order == 0) {
            order = Long.compare(high, otherHigh);
        }
        return order == 0 ? Long.compare(low, otherLow) : order;
    }

    static UUID id(long high, long low) {
        return new UUID(high, low);
    }
}
