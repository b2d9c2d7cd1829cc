package io.rapport.crm.retention;

import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** The calendar periods by which customers are counted. */
public enum CalendarUnit {
    /** Monday to Sunday (ISO 8601). */
    ISO_WEEK(0),
    /** A calendar month. */
    MONTH(1),
    /** Three calendar months from January, April, July or October. */
    QUARTER(3),
    /** A calendar year. */
    YEAR(12);

    private static final int DAYS_OF_WEEK = 7;
    /** The week that holds 1970-01-01, a Thursday, starts three days earlier. */
    private static final int MONDAY = 3;

    private static final int MONTHS_OF_YEAR = 12;

    private final int months;

    CalendarUnit(int months) {
        this.months = months;
    }

    /** The period that the day lies in. */
    public CalendarPeriod containing(LocalDate day) {
        return period(indexOf(Day.of("day", day)));
    }

    /** Numbers the periods one after another, so that offsets between them are differences. */
    int indexOf(int epochDay) {
        if (months == 0) {
            return Math.floorDiv(epochDay + MONDAY, DAYS_OF_WEEK);
        }
        long month = LocalDate.ofEpochDay(epochDay).getLong(ChronoField.PROLEPTIC_MONTH);
        return Math.toIntExact(Math.floorDiv(month, months));
    }

    CalendarPeriod period(int index) {
        return new CalendarPeriod(this, startOf(index));
    }

    LocalDate startOf(int index) {
        if (months == 0) {
            return LocalDate.ofEpochDay((long) index * DAYS_OF_WEEK - MONDAY);
        }
        int month = index * months;
        return LocalDate.of(Math.floorDiv(month, MONTHS_OF_YEAR), Math.floorMod(month, MONTHS_OF_YEAR) + 1, 1);
    }
}
