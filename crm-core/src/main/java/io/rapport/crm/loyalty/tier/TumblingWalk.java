package io.rapport.crm.loyalty.tier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Windows of which one follows the other. Used once. */
final class TumblingWalk {

    private final TierPlan plan;
    private final Levels levels;
    private final Timeline timeline;
    private final ZoneId zone;
    private final LocalDate enrolled;
    private final Instant at;
    private final int first;
    private int held;
    /** What the window before was enough for, while its grace runs; that and more if it is over. */
    private int judged;

    private long points;
    private int highest;

    TumblingWalk(TierPlan plan, Levels levels, Timeline timeline, Instant enrolled, ZoneId zone, Instant at) {
        this.plan = plan;
        this.levels = levels;
        this.timeline = timeline;
        this.zone = zone;
        this.enrolled = enrolled.atZone(zone).toLocalDate();
        this.at = at;
        first = firstWindow();
    }

    TierStanding standing() {
        int window = first;
        while (!start(window + 1).isAfter(at)) {
            walk(window);
            window++;
        }
        walk(window);
        return standing(window);
    }

    /** Goes through a window, or through what there is of it. */
    private void walk(int window) {
        Instant end = start(window + 1);
        judged = window == first ? 0 : levels.after(held, levels.reachedBy(points));
        points = plan.basis() == TierBasis.BALANCE ? points : 0;
        highest = levels.reachedBy(points);
        Instant graceEnds = graceEnds(window);
        Instant last = at.isBefore(end) ? at.plusNanos(1) : end;
        climb(timeline.between(start(window), graceEnds.isBefore(last) ? graceEnds : last));
        if (!graceEnds.isAfter(at)) {
            held = Math.max(judged, highest);
            climb(timeline.between(graceEnds, last));
        }
        held = Math.max(held, Math.max(judged, highest));
    }

    private void climb(Map<Instant, Long> changes) {
        for (long change : changes.values()) {
            points = Math.addExact(points, change);
            highest = Math.max(highest, levels.reachedBy(points));
        }
    }

    private TierStanding standing(int window) {
        Instant end = start(window + 1);
        boolean grace = graceEnds(window).isAfter(at) && Math.max(judged, highest) < held;
        long toKeep =
                held == 0 || plan.downgrade() == Downgrade.NONE ? 0 : Math.max(0, levels.threshold(held) - points);
        Instant by = grace ? graceEnds(window) : end;
        Instant lost = grace ? by : graceEnds(window + 1);
        return new TierStanding(
                levels.tier(held),
                points,
                levels.above(held),
                levels.missing(held, points),
                levels.above(held).map(unused -> end),
                toKeep,
                Optional.of(by).filter(unused -> toKeep > 0),
                Optional.of(lost).filter(unused -> toKeep > 0));
    }

    private Instant graceEnds(int window) {
        return window == first
                ? start(window)
                : day(window).plus(plan.grace()).atStartOfDay(zone).toInstant();
    }

    private Instant start(int window) {
        return day(window).atStartOfDay(zone).toInstant();
    }

    private LocalDate day(int window) {
        return plan.window().start(enrolled, window);
    }

    /** Points may count since before the enrolment, as imported ones do. */
    private int firstWindow() {
        int window = 0;
        while (!timeline.all().isEmpty() && start(window).isAfter(timeline.all().firstKey())) {
            window--;
        }
        return window;
    }
}
