package io.rapport.crm.ticket.sla;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.util.Optional;

/** When a metric's clock stands still: while it is parked by a wait that stops it, and while it is resolved. */
record Standstill(RangeSet<Instant> parked, RangeSet<Instant> resolved) {

    static Standstill of(Metric metric, ServiceLevel level, Timeline timeline) {
        RangeSet<Instant> parked = TreeRangeSet.create();
        for (Timeline.Parking parking : timeline.parkings()) {
            if (level.pauses(metric, parking.waitingFor())) {
                parked.add(span(parking.from(), parking.until()));
            }
        }
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
        return new Standstill(parked, resolved);
    }

    /** The spans from {@code start} to {@code end} in which the clock runs. */
    RangeSet<Instant> running(Instant start, Instant end) {
        RangeSet<Instant> running = TreeRangeSet.create();
        running.add(Range.closedOpen(start, end));
        running.removeAll(parked);
        running.removeAll(resolved);
        return running;
    }

    /** Whether it stands still at an instant and afterwards, as far as is known. */
    boolean at(Instant instant) {
        return parked.contains(instant) || resolved.contains(instant);
    }

    /** The spans in which only parking holds the clock. */
    RangeSet<Instant> parkedIn(Instant start, Instant end) {
        RangeSet<Instant> spans = TreeRangeSet.create();
        spans.add(Range.closedOpen(start, end));
        spans.removeAll(TreeRangeSet.create(parked.complement()));
        spans.removeAll(resolved);
        return spans;
    }

    private static Range<Instant> span(Instant from, Optional<Instant> until) {
        return until.map(end -> Range.closedOpen(from, end)).orElse(Range.atLeast(from));
    }
}
