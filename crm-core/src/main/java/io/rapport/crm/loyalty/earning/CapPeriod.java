package io.rapport.crm.loyalty.earning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The calendar periods in which caps count anew, in a zone. Weeks begin on Monday. */
public enum CapPeriod {
    DAY,
    WEEK,
    MONTH;

    /** When the period that an instant lies in began. */
    public Instant start(Instant at, ZoneId zone) {
        return first(at, zone).atStartOfDay(zone).toInstant();
    }

    /** When the period that an instant lies in ends, exclusive. */
    public Instant end(Instant at, ZoneId zone) {
        LocalDate first = first(at, zone);
        LocalDate next = switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
        };
        return next.atStartOfDay(zone).toInstant();
    }

    private LocalDate first(Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
