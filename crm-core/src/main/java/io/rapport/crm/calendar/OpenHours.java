package io.rapport.crm.calendar;

import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.LocalDate;
import java.util.List;

/** When the shifts of some dates are open in real time, breaks cut out. */
final class OpenHours {

    /** A break that starts on the day before can reach into a date, and a shift reaches into the next two at most. */
    private static final int REACH = 3;

    private static final LocalDate CYCLE_START = LocalDate.of(2000, 1, 1);
    private static final LocalDate CYCLE_END = LocalDate.of(2400, 1, 1);

    private final CalendarRules rules;

    OpenHours(CalendarRules rules) {
        this.rules = rules;
    }

    /** The open seconds of all shifts that start from the first to before the last date. */
    RangeSet<Long> between(LocalDate first, LocalDate end) {
        return between(first, end, clock(first, end));
    }

    /** Whether any time is left open of the shifts that start on the date. */
    boolean opensOn(LocalDate date) {
        return !rules.hoursOn(date).isEmpty()
                && !between(date, date.plusDays(1)).isEmpty();
    }

    /** The dates, from the first to before the last, on which a shift starts of which any time is left open. */
    long[] businessDays(LocalDate first, LocalDate end) {
        LocalClock clock = clock(first, end);
        return first.datesUntil(end)
                .filter(date -> !rules.hoursOn(date).isEmpty())
                .filter(date -> !between(date, date.plusDays(1), clock).isEmpty())
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
    }

    /** Whether there is any open time: on an override, or in a full cycle of ordinary weeks and annual holidays. */
    boolean everOpen() {
        return rules.overrides().keySet().stream().anyMatch(this::opensOn)
                || (!rules.weekly().isEmpty()
                        && CYCLE_START.datesUntil(CYCLE_END).anyMatch(this::opensOn));
    }

    /** The seconds of all shifts that start from the first to before the last date, breaks included. */
    RangeSet<Long> shifts(LocalDate first, LocalDate end, LocalClock clock) {
        RangeSet<Long> shifts = TreeRangeSet.create();
        for (LocalDate date = first; date.isBefore(end); date = date.plusDays(1)) {
            addTo(shifts, date, rules.hoursOn(date), clock);
        }
        return shifts;
    }

    /** The seconds of all breaks that can reach into the shifts of these dates. */
    RangeSet<Long> breaks(LocalDate first, LocalDate end, LocalClock clock) {
        RangeSet<Long> breaks = TreeRangeSet.create();
        rules.breaks()
                .subMap(first.minusDays(REACH), end.plusDays(REACH))
                .forEach((date, hours) -> addTo(breaks, date, hours, clock));
        return breaks;
    }

    /** The clock for the shifts and the breaks of these dates. */
    LocalClock clock(LocalDate first, LocalDate end) {
        return LocalClock.around(rules.zone(), first.minusDays(REACH), end.plusDays(REACH));
    }

    private RangeSet<Long> between(LocalDate first, LocalDate end, LocalClock clock) {
        RangeSet<Long> open = shifts(first, end, clock);
        if (!rules.breaks().isEmpty()) {
            open.removeAll(breaks(first, end, clock));
        }
        return open;
    }

    private static void addTo(RangeSet<Long> ranges, LocalDate date, List<Hours> hours, LocalClock clock) {
        for (Hours each : hours) {
            clock.range(date, each).ifPresent(ranges::add);
        }
    }
}
