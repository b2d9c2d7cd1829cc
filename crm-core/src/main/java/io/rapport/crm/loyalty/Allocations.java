package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arithmetic on lists of allocations. */
final class Allocations {

    private Allocations() {}

    /** The first points of a list, in its order. */
    static List<Allocation> first(List<Allocation> from, long points) {
        ImmutableList.Builder<Allocation> taken = ImmutableList.builder();
        long left = points;
        for (Allocation allocation : from) {
            long part = Math.min(left, allocation.points());
            if (part > 0) {
                taken.add(new Allocation(allocation.lot(), part));
                left -= part;
            }
        }
        return taken.build();
    }

    /** The last points of a list, the very last first, without those that were given back before. */
    static List<Allocation> last(List<Allocation> from, long before, long points) {
        List<Allocation> backwards = Lists.reverse(from);
        return minus(first(backwards, Math.addExact(before, points)), first(backwards, before));
    }

    /** What is left of each lot's part; a lot stands in each list once. */
    static List<Allocation> minus(List<Allocation> from, List<Allocation> taken) {
        Map<Long, Long> parts = new HashMap<>();
        taken.forEach(part -> parts.put(part.lot(), part.points()));
        ImmutableList.Builder<Allocation> left = ImmutableList.builder();
        for (Allocation allocation : from) {
            long points = allocation.points() - parts.getOrDefault(allocation.lot(), 0L);
            if (points > 0) {
                left.add(new Allocation(allocation.lot(), points));
            }
        }
        return left.build();
    }
}
