package io.rapport.crm.benchmarks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/** Business time as it is usually written by hand: one day after the other, nine to five on weekdays. */
final class DayWalker {

    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private final ZoneId zone;
    private final Set<MonthDay> holidays;

    DayWalker(ZoneId zone, Set<MonthDay> holidays) {
        this.zone = zone;
        this.holidays = holidays;
    }

    Instant add(Instant from, Duration amount) {
        Duration left = amount;
        for (LocalDate date = LocalDate.ofInstant(from, zone); ; date = date.plusDays(1)) {
            if (isWorked(date)) {
                Instant start = later(from, at(date, OPENING));
                Instant end = at(date, CLOSING);
                Duration open = start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
                if (open.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = left.minus(open);
            }
        }
    }

    Duration between(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(until, zone);
        for (LocalDate date = LocalDate.ofInstant(from, zone); !date.isAfter(last); date = date.plusDays(1)) {
            if (isWorked(date)) {
                Instant start = later(from, at(date, OPENING));
                Instant end = at(date, CLOSING);
                Instant stop = end.isBefore(until) ? end : until;
                sum = start.isBefore(stop) ? sum.plus(Duration.between(start, stop)) : sum;
            }
        }
        return sum;
    }

    private boolean isWorked(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.contains(MonthDay.from(date));
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
