package io.rapport.crm.ticket.sla;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a metric's clock stands still: while it is parked by a wait that stops it, and while it is resolved. Made once for
 * all stretches of a metric; a question about a stretch costs what lies in it.
 *
 * @param parkings those that stop the clock, in order
 */
record Standstill(List<Timeline.Parking> parkings, RangeSet<Instant> parked, RangeSet<Instant> resolved) {

    static Standstill of(Metric metric, ServiceLevel level, Timeline timeline) {
        List<Timeline.Parking> parkings = timeline.parkings().stream()
                .filter(parking -> level.pauses(metric, parking.waitingFor()))
                .toList();
        RangeSet<Instant> parked = TreeRangeSet.create();
        parkings.forEach(parking -> parked.add(span(parking.from(), parking.until())));
        RangeSet<Instant> resolved = TreeRangeSet.create();
        Optional<Instant> since = Optional.empty();
        for (Moment moment : timeline.moments()) {
            if (moment.kind() == Moment.Kind.RESOLVED) {
                since = since.or(() -> Optional.of(moment.at()));
            } else if (moment.kind() == Moment.Kind.REOPENED) {
                since.ifPresent(from -> resolved.add(Range.closedOpen(from, moment.at())));
                since = Optional.empty();
            }
        }
        since.ifPresent(from -> resolved.add(Range.atLeast(from)));
        return new Standstill(parkings, parked, resolved);
    }

    /** The spans from {@code start} to {@code end} in which the clock runs. */
    RangeSet<Instant> running(Instant start, Instant end) {
        Range<Instant> stretch = Range.closedOpen(start, end);
        RangeSet<Instant> running = TreeRangeSet.create();
        running.add(stretch);
        running.removeAll(parked.subRangeSet(stretch));
        running.removeAll(resolved.subRangeSet(stretch));
        return running;
    }

    /** Whether it stands still at an instant and afterwards, as far as is known. */
    boolean at(Instant instant) {
        return parked.contains(instant) || resolved.contains(instant);
    }

    /** The spans in which only parking holds the clock. */
    RangeSet<Instant> parkedIn(Instant start, Instant end) {
        Range<Instant> stretch = Range.closedOpen(start, end);
        RangeSet<Instant> spans = TreeRangeSet.create(parked.subRangeSet(stretch));
        spans.removeAll(resolved.subRangeSet(stretch));
        return spans;
    }

    private static Range<Instant> span(Instant from, Optional<Instant> until) {
        return until.map(end -> Range.closedOpen(from, end)).orElse(Range.atLeast(from));
    }
}
