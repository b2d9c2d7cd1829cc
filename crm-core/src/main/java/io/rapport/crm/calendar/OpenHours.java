package io.rapport.crm.calendar;

import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** When the shifts of some dates are open in real time, breaks cut out. */
final class OpenHours {

    /** A break that starts on the day before can reach into a date, and a shift reaches into the next two at most. */
    private static final int REACH = 3;

    private static final LocalDate CYCLE_START = LocalDate.of(2000, 1, 1);
    private static final LocalDate CYCLE_END = LocalDate.of(2400, 1, 1);

    private final CalendarRules rules;
    private final LocalClock clock;

    OpenHours(CalendarRules rules) {
        this.rules = rules;
        this.clock = new LocalClock(rules.zone());
    }

    /** The open seconds of all shifts that start from the first to before the last date. */
    RangeSet<Long> between(LocalDate first, LocalDate end) {
        RangeSet<Long> open = shifts(first, end);
        breaks(first, end).asRanges().forEach(open::remove);
        return open;
    }

    /** Whether any time is left open of the shifts that start on the date. */
    boolean opensOn(LocalDate date) {
        return !rules.hoursOn(date).isEmpty()
                && !between(date, date.plusDays(1)).isEmpty();
    }

    /** Whether there is any open time: on an override, or in a full cycle of ordinary weeks and annual holidays. */
    boolean everOpen() {
        return rules.overrides().keySet().stream().anyMatch(this::opensOn)
                || (!rules.weekly().isEmpty()
                        && CYCLE_START.datesUntil(CYCLE_END).anyMatch(this::opensOn));
    }

    /** The seconds of all shifts that start from the first to before the last date, breaks included. */
    RangeSet<Long> shifts(LocalDate first, LocalDate end) {
        RangeSet<Long> shifts = TreeRangeSet.create();
        for (LocalDate date = first; date.isBefore(end); date = date.plusDays(1)) {
            addTo(shifts, date, rules.hoursOn(date));
        }
        return shifts;
    }

    /** The seconds of all breaks that can reach into these dates. */
    RangeSet<Long> breaks(LocalDate first, LocalDate end) {
        RangeSet<Long> breaks = TreeRangeSet.create();
        SortedMap<LocalDate, List<Hours>> near = rules.breaks().subMap(first.minusDays(REACH), end.plusDays(REACH));
        near.forEach((date, hours) -> addTo(breaks, date, hours));
        return breaks;
    }

    private void addTo(RangeSet<Long> ranges, LocalDate date, List<Hours> hours) {
        for (Hours each : hours) {
            clock.range(date, each).ifPresent(ranges::add);
        }
    }
}
