package io.rapport.crm.ticket.sla;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides how the stretches of one metric stand, agreement by agreement. */
final class Judge {

    private final Metric metric;
    private final Timeline timeline;
    private final List<Agreement> agreements;
    private final Instant asOf;
    private final Map<ServiceLevel, Standstill> standstills = new HashMap<>();

    Judge(Metric metric, Timeline timeline, List<Agreement> agreements, Instant asOf) {
        this.metric = metric;
        this.timeline = timeline;
        this.agreements = agreements;
        this.asOf = asOf;
    }

    /**
     * The first agreement under which the stretch is breached while it is in force has the last word; otherwise the
     * agreement that is in force when the stretch stops, or now.
     */
    ServiceClock clock(Stretch stretch) {
        Instant end = stretch.stop().orElse(asOf);
        Optional<Agreement> last = Optional.empty();
        for (int i = 0; i < agreements.size() && concerns(agreements.get(i), stretch); i++) {
            Agreement agreement = agreements.get(i);
            last = Optional.of(agreement);
            Optional<Course> course = course(stretch, agreement);
            Optional<Instant> breach = course.flatMap(Course::breach).map(at -> later(at, agreement.from()));
            Instant until = i + 1 < agreements.size() && concerns(agreements.get(i + 1), stretch)
                    ? agreements.get(i + 1).from()
                    : end;
            if (breach.filter(at -> at.isBefore(until)).isPresent()) {
                return course.orElseThrow().clock(Verdict.BREACHED, breach);
            }
        }
        Verdict verdict = undisturbed(stretch);
        return last.flatMap(agreement -> course(stretch, agreement))
                .map(course -> course.clock(verdict, Optional.empty()))
                .orElse(ServiceClock.idle(metric, Verdict.NOT_AGREED, last));
    }

    private Optional<Course> course(Stretch stretch, Agreement agreement) {
        return agreement
                .level()
                .target(metric)
                .map(target -> new Course(metric, target, stretch, agreement, standstill(agreement.level()), asOf));
    }

    private Standstill standstill(ServiceLevel level) {
        return standstills.computeIfAbsent(level, each -> Standstill.of(metric, each, timeline));
    }

    /** An agreement that comes when the stretch is over does not judge it. */
    private static boolean concerns(Agreement agreement, Stretch stretch) {
        return stretch.stop()
                .map(stop -> agreement.from().isBefore(stop) || agreement.from().equals(stretch.start()))
                .orElse(true);
    }

    private static Verdict undisturbed(Stretch stretch) {
        if (stretch.stop().isEmpty()) {
            return Verdict.OPEN;
        }
        return stretch.ended() ? Verdict.VOID : Verdict.MET;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
