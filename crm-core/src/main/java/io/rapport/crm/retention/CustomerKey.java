package io.rapport.crm.retention;

import java.util.UUID;

/**
 * A customer as the two halves of an id, and the part and order in which tables keep customers. Those known by a number
 * below 2^31 come first and in order, a block of neighbours in each part in turn, so that they can be counted instead of
 * looked for; others lie and stand by hash.
 */
final class CustomerKey {

    static final int PARTS = 256;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long STIR = 0xD6E8FEB86659FD93L;
    private static final int HALF = 32;
    private static final int PART_BITS = 8;
    private static final int BLOCK_BITS = 8;
    private static final int BLOCK = (1 << BLOCK_BITS) - 1;

    private CustomerKey() {}

    static boolean isNumber(long high, long low) {
        return (high | (low >>> (Integer.SIZE - 1))) == 0;
    }

    static int part(long high, long low) {
        return isNumber(high, low) ? numberPart((int) low) : idPart(high, low);
    }

    static int idPart(long high, long low) {
        return (int) (hash(high, low) >>> (Long.SIZE - PART_BITS));
    }

    static int numberPart(int number) {
        return (number >>> BLOCK_BITS) & (PARTS - 1);
    }

    /** Numbers the numbers of one part, without gaps where these have none. */
    static int placeInPart(int number) {
        return (number >>> (PART_BITS + BLOCK_BITS) << BLOCK_BITS) | (number & BLOCK);
    }

    /** How many places the numbers up to the given one take in any part; none if it is below 0. */
    static int placesTo(int number) {
        return number < 0 ? 0 : (placeInPart(number) | BLOCK) + 1;
    }

    static int numberAt(int part, int place) {
        return (place >>> BLOCK_BITS << (PART_BITS + BLOCK_BITS)) | (part << BLOCK_BITS) | (place & BLOCK);
    }

    static long hash(long high, long low) {
        long hash = high * SPREAD + low;
        hash = (hash ^ (hash >>> HALF)) * STIR;
        hash = (hash ^ (hash >>> HALF)) * STIR;
        return hash ^ (hash >>> HALF);
    }

    /** The bits of a hash by which the customers of one part differ, at the top. */
    static long hashInPart(long hash) {
        return hash << PART_BITS;
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
        boolean isNumber = isNumber(high, low);
        if (isNumber != isNumber(otherHigh, otherLow)) {
            return isNumber ? -1 : 1;
        }
        int order = isNumber ? 0 : Long.compareUnsigned(hash(high, low), hash(otherHigh, otherLow));
        if (order == 0) {
            order = Long.compare(high, otherHigh);
        }
        return order == 0 ? Long.compare(low, otherLow) : order;
    }

    static UUID id(long high, long low) {
        return new UUID(high, low);
    }
}
