package io.rapport.crm.ticket.sla;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How one stretch runs under one agreement: what counts of it, when it is due, when it is breached. */
final class Course {

    private final Metric metric;
    private final Target target;
    private final Stretch stretch;
    private final Agreement agreement;
    private final Standstill standstill;
    private final Instant start;
    private final Instant end;
    private final RangeSet<Instant> running;
    private final Duration elapsed;

    Course(Metric metric, Target target, Stretch stretch, Agreement agreement, Standstill standstill, Instant asOf) {
        this.metric = metric;
        this.target = target;
        this.stretch = stretch;
        this.agreement = agreement;
        this.standstill = standstill;
        end = stretch.stop().orElse(asOf);
        start = agreement.start() == Agreement.Start.CHANGE && agreement.from().isAfter(stretch.start())
                ? agreement.from()
                : stretch.start();
        running = standstill.running(start, end);
        elapsed = businessTime(running);
    }

    /** When it began to be late: the first moment after it was due at which the clock ran. */
    Optional<Instant> breach() {
        return due().flatMap(due -> running.asRanges().stream()
                .filter(span -> span.upperEndpoint().isAfter(due))
                .findFirst()
                .map(span -> span.lowerEndpoint().isAfter(due) ? span.lowerEndpoint() : due));
    }

    ServiceClock clock(Verdict verdict, Optional<Instant> breachedAt) {
        boolean open = stretch.stop().isEmpty();
        boolean paused = open && standstill.at(end);
        boolean shown = verdict == Verdict.BREACHED || (verdict == Verdict.OPEN && !paused);
        return new ServiceClock(
                metric,
                verdict,
                Optional.of(start),
                stretch.stop(),
                paused,
                shown ? due() : Optional.empty(),
                breachedAt,
                elapsed,
                businessTime(standstill.parkedIn(start, end)),
                Optional.of(remaining()),
                Optional.of(agreement),
                spans());
    }

    /** When the target is used up, if the clock is not stopped before; later than the end while it runs. */
    private Optional<Instant> due() {
        if (target instanceof Target.BusinessTime businessTime) {
            return usedUp(businessTime.amount());
        }
        Target.BusinessDays days = (Target.BusinessDays) target;
        return Optional.of(dueOn(days));
    }

    private Optional<Instant> usedUp(Duration amount) {
        Duration left = amount;
        for (Range<Instant> span : running.asRanges()) {
            Duration counted = calendar().between(span.lowerEndpoint(), span.upperEndpoint());
            if (left.compareTo(counted) <= 0) {
                return Optional.of(calendar().add(span.lowerEndpoint(), left));
            }
            left = left.minus(counted);
        }
        boolean runsOn = stretch.stop().isEmpty() && !standstill.at(end);
        return runsOn ? Optional.of(calendar().add(end, left)) : Optional.empty();
    }

    private Instant dueOn(Target.BusinessDays days) {
        Instant due = days.endOfWorkingDay()
                ? calendar().endOfBusinessDay(start, days.days())
                : calendar().addBusinessDays(start, days.days());
        for (Range<Instant> gap : gaps().asRanges()) {
            if (gap.lowerEndpoint().isBefore(due)) {
                Duration lost = calendar().between(gap.lowerEndpoint(), gap.upperEndpoint());
                due = lost.isZero() ? due : calendar().add(due, lost);
            }
        }
        return due;
    }

    private Duration remaining() {
        if (target instanceof Target.BusinessTime businessTime) {
            return businessTime.amount().minus(elapsed);
        }
        return calendar().between(end, dueOn((Target.BusinessDays) target));
    }

    private List<ClockSpan> spans() {
        List<ClockSpan> spans = new ArrayList<>();
        for (Range<Instant> span : running.asRanges()) {
            for (CalendarSpan part : calendar().explain(span.lowerEndpoint(), span.upperEndpoint())) {
                spans.add(explained(part));
            }
        }
        RangeSet<Instant> parkedSpans = standstill.parkedIn(start, end);
        for (Timeline.Parking parking : standstill.parkings()) {
            if (parking.from().isBefore(end)
                    && parking.until().filter(until -> !until.isAfter(start)).isEmpty()) {
                String why = "waiting: "
                        + parking.waitingFor().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                Range<Instant> parked =
                        Range.closedOpen(parking.from(), parking.until().orElse(end));
                add(spans, parkedSpans.subRangeSet(parked), ClockSpan.Reason.PAUSED, why);
            }
        }
        RangeSet<Instant> resolved = standstill.resolved().subRangeSet(Range.closedOpen(start, end));
        add(spans, resolved, ClockSpan.Reason.RESOLVED, "");
        spans.sort(Comparator.comparing(ClockSpan::from));
        return spans;
    }

    private static ClockSpan explained(CalendarSpan part) {
        return switch (part.reason()) {
            case OPEN -> new ClockSpan(part.from(), part.until(), ClockSpan.Reason.COUNTED, "");
            case HOLIDAY ->
                new ClockSpan(
                        part.from(),
                        part.until(),
                        ClockSpan.Reason.HOLIDAY,
                        part.holiday().orElse(""));
            case CLOSED, BREAK, OVERRIDE ->
                new ClockSpan(
                        part.from(),
                        part.until(),
                        ClockSpan.Reason.CLOSED,
                        part.reason().name().toLowerCase(Locale.ROOT));
        };
    }

    private static void add(List<ClockSpan> spans, RangeSet<Instant> ranges, ClockSpan.Reason reason, String why) {
        for (Range<Instant> range : ranges.asRanges()) {
            spans.add(new ClockSpan(range.lowerEndpoint(), range.upperEndpoint(), reason, why));
        }
    }

    private RangeSet<Instant> gaps() {
        RangeSet<Instant> gaps = TreeRangeSet.create();
        gaps.add(Range.closedOpen(start, end));
        gaps.removeAll(running);
        return gaps;
    }

    private Duration businessTime(RangeSet<Instant> ranges) {
        Duration sum = Duration.ZERO;
        for (Range<Instant> range : ranges.asRanges()) {
            sum = sum.plus(calendar().between(range.lowerEndpoint(), range.upperEndpoint()));
        }
        return sum;
    }

    private BusinessCalendar calendar() {
        return agreement.calendar();
    }
}
