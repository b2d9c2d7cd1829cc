package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;

/**
 * A part of an entry's points, and the lot that it came from or went to.
 *
 * @param lot the number of the lot in its account
 * @param points above 0
 */
public record Allocation(long lot, long points) {

    public Allocation {
        Require.positive("lot", lot);
        Require.positive("points", points);
    }

    static long sum(Iterable<Allocation> allocations) {
        long sum = 0;
        for (Allocation allocation : allocations) {
            sum = Math.addExact(sum, allocation.points());
        }
        return sum;
    }
}
