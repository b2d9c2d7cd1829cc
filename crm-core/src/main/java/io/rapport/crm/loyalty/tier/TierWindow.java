package io.rapport.crm.loyalty.tier;

import io.rapport.crm.fault.Require;
import java.time.LocalDate;
import java.time.Period;

/**
 * Over what time points count for tiers. Days and months are those of the calendar in the program's zone; a month that
 * is too short takes its last day.
 *
 * @param kind where it begins
 * @param length how long it is; zero for a lifetime. A calendar window is 1, 3 or 12 months long
 */
public record TierWindow(Kind kind, Period length) {

    /** Where a window begins. */
    public enum Kind {
        /** With the calendar's month, quarter or year; one follows the other. */
        CALENDAR,
        /** Some time before now, and moves with it: points count for exactly as long. */
        ROLLING,
        /** With the enrolment; one follows the other. */
        ANNIVERSARY,
        /** With the enrolment, and it never ends. */
        LIFETIME
    }

    private static final String FIELD = "window";

    public TierWindow {
        Require.present(FIELD, kind);
        Require.present(FIELD, length);
        Require.that(
                length.getYears() >= 0 && length.getMonths() >= 0 && length.getDays() >= 0,
                FIELD,
                "has a negative part",
                "count forward only");
        Require.that(
                length.isZero() == (kind == Kind.LIFETIME),
                FIELD,
                "is " + kind + " and " + length + " long",
                "give a length above zero, and none with LIFETIME");
        long months = length.toTotalMonths();
        Require.that(
                kind != Kind.CALENDAR || (length.getDays() == 0 && (months == 1 || months == 3 || months == 12)),
                FIELD,
                "is no period of the calendar",
                "give a month, a quarter or a year");
    }

    public static TierWindow calendarMonth() {
        return new TierWindow(Kind.CALENDAR, Period.ofMonths(1));
    }

    public static TierWindow calendarQuarter() {
        return new TierWindow(Kind.CALENDAR, Period.ofMonths(3));
    }

    public static TierWindow calendarYear() {
        return new TierWindow(Kind.CALENDAR, Period.ofYears(1));
    }

    public static TierWindow rolling(Period length) {
        return new TierWindow(Kind.ROLLING, length);
    }

    /** A year from one anniversary of the enrolment to the next. */
    public static TierWindow anniversary() {
        return anniversary(Period.ofYears(1));
    }

    /** Periods of some length from the enrolment on, such as 365 days. */
    public static TierWindow anniversary(Period length) {
        return new TierWindow(Kind.ANNIVERSARY, length);
    }

    public static TierWindow lifetime() {
        return new TierWindow(Kind.LIFETIME, Period.ZERO);
    }

    /** Whether one period follows the other. */
    boolean tumbles() {
        return kind == Kind.CALENDAR || kind == Kind.ANNIVERSARY;
    }

    /** The first day of a period that follows the other, by how many went before it. */
    LocalDate start(LocalDate enrolled, int before) {
        return anchor(enrolled).plus(length.multipliedBy(before));
    }

    private LocalDate anchor(LocalDate enrolled) {
        if (kind != Kind.CALENDAR) {
            return enrolled;
        }
        int months = (int) length.toTotalMonths();
        return enrolled.withDayOfMonth(1).minusMonths((enrolled.getMonthValue() - 1) % months);
    }
}
