package io.rapport.crm.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.BitSet;
import java.util.List;

/**
 * Business time the slow way: every minute of some weeks around a date is open or not, and everything is counted. It
 * shares nothing with the calendar but the rules.
 */
final class MinuteByMinute {

    static final int DAYS = 24;

    private static final int SECONDS = 60;

    private final CalendarRules rules;
    private final Instant start;
    private final BitSet open = new BitSet();

    MinuteByMinute(AnyCalendars.Sample sample) {
        this.rules = sample.calendar().rules();
        this.start = sample.around().minusDays(DAYS / 2).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (int day = -DAYS; day < DAYS; day++) {
            LocalDate date = sample.around().plusDays(day);
            shifts(date).forEach(hours -> mark(date, hours, true));
        }
        rules.breaks().forEach((date, cut) -> cut.forEach(hours -> mark(date, hours, false)));
    }

    Instant at(int minute) {
        return start.plusSeconds((long) SECONDS * minute);
    }

    int minutes() {
        return DAYS * 1440;
    }

    boolean isOpen(int minute) {
        return open.get(minute);
    }

    Duration between(int from, int until) {
        return Duration.ofMinutes(open.get(from, until).cardinality());
    }

    private List<Hours> shifts(LocalDate date) {
        boolean closed =
                rules.holidays().containsKey(date) || rules.annualHolidays().containsKey(MonthDay.from(date));
        return closed
                ? List.of()
                : rules.overrides().getOrDefault(date, rules.weekly().on(date.getDayOfWeek()));
    }

    private void mark(LocalDate date, Hours hours, boolean isOpen) {
        LocalDateTime from = date.atTime(hours.from());
        LocalDateTime until = date.atTime(hours.until());
        int first = minute(from);
        int end = minute(until.isAfter(from) ? until : until.plusDays(1));
        if (!isSkipped(date) && end > 0 && first < end) {
            open.set(Math.max(0, first), end, isOpen);
        }
    }

    private boolean isSkipped(LocalDate date) {
        return rules.zone().getId().equals("Pacific/Apia") && date.equals(LocalDate.of(2011, 12, 30));
    }

    private int minute(LocalDateTime local) {
        ZoneRules clock = rules.zone().getRules();
        ZoneOffsetTransition change = clock.getTransition(local);
        ZoneOffset offset = change == null ? clock.getOffset(local) : change.getOffsetBefore();
        return (int) Duration.between(start, local.toInstant(offset)).toMinutes();
    }
}
