package io.rapport.crm.calendar;

import io.rapport.crm.fault.Require;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Hours in the order in which they start, none of which overlaps another. Touching ones do not overlap. */
final class DisjointHours {

    private DisjointHours() {}

    static List<Hours> of(String field, Collection<Hours> hours) {
        List<Hours> ordered = Require.list(field, hours).stream()
                .sorted(Comparator.comparing(Hours::from))
                .toList();
        for (int i = 1; i < ordered.size(); i++) {
            refuseOverlap(field, ordered.get(i - 1).endSecond(), ordered.get(i).startSecond());
        }
        return ordered;
    }

    static void refuseOverlap(String field, int end, int nextStart) {
        Require.that(
                end <= nextStart,
                field,
                "has an interval that overlaps the next",
                "end each before or when the next one starts, counting past midnight");
    }
}
