package io.rapport.crm.calendar;

import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeMap;
import io.rapport.crm.calendar.CalendarSpan.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Lays the reasons for being closed over each other, and open time over them all, so that each moment has exactly one
 * reason.
 */
final class Explanation {

    /** A shift that starts so many days earlier may still run. */
    private static final int REACH = 3;

    private final CalendarRules rules;
    private final OpenHours hours;
    private final LocalClock clock;
    private final Range<Instant> span;
    private final LocalDate first;
    private final LocalDate end;
    private final RangeMap<Instant, Why> reasons = TreeRangeMap.create();

    private record Why(Reason reason, Optional<String> holiday) {

        Why(Reason reason) {
            this(reason, Optional.empty());
        }
    }

    Explanation(CalendarRules rules, OpenHours hours, Instant from, Instant until) {
        this.rules = rules;
        this.hours = hours;
        this.span = Range.closedOpen(from, until);
        this.first = LocalDate.ofInstant(from, rules.zone()).minusDays(REACH);
        this.end = LocalDate.ofInstant(until, rules.zone()).plusDays(REACH);
        this.clock = hours.clock(first, end);
    }

    List<CalendarSpan> with(List<OpenInterval> open) {
        reasons.put(span, new Why(Reason.CLOSED));
        layOverrides();
        layHolidays();
        layBreaks();
        open.forEach(each -> lay(Range.closedOpen(each.from(), each.until()), new Why(Reason.OPEN)));
        return reasons.subRangeMap(span).asMapOfRanges().entrySet().stream()
                .map(entry -> span(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The ordinary hours of dates that have others. */
    private void layOverrides() {
        Why override = new Why(Reason.OVERRIDE);
        rules.overrides()
                .subMap(first, end)
                .keySet()
                .forEach(date -> layHours(date, rules.weekly().on(date.getDayOfWeek()), override));
    }

    private void layHolidays() {
        first.datesUntil(end)
                .forEach(date -> rules.holidayOn(date).ifPresent(name -> {
                    Why holiday = new Why(Reason.HOLIDAY, Optional.of(name));
                    layHours(date, List.of(Hours.allDay()), holiday);
                    layHours(date, rules.ordinaryHoursOn(date), holiday);
                }));
    }

    private void layBreaks() {
        RangeSet<Long> shifts = hours.shifts(first, end, clock);
        Why cut = new Why(Reason.BREAK);
        for (Range<Long> each : hours.breaks(first, end, clock).asRanges()) {
            shifts.subRangeSet(each).asRanges().forEach(range -> laySeconds(range, cut));
        }
    }

    private void layHours(LocalDate date, List<Hours> each, Why why) {
        each.forEach(shift -> clock.range(date, shift).ifPresent(range -> laySeconds(range, why)));
    }

    private void laySeconds(Range<Long> seconds, Why why) {
        lay(
                Range.closedOpen(
                        Instant.ofEpochSecond(seconds.lowerEndpoint()), Instant.ofEpochSecond(seconds.upperEndpoint())),
                why);
    }

    private void lay(Range<Instant> range, Why why) {
        reasons.putCoalescing(range, why);
    }

    private static CalendarSpan span(Range<Instant> range, Why why) {
        return new CalendarSpan(range.lowerEndpoint(), range.upperEndpoint(), why.reason(), why.holiday());
    }
}
