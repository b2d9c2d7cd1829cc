package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A day that comes once a year, such as a birthday, for which a bonus is given once. Immutable.
 *
 * @param leapDay when it is in common years, if it is 29 February; has no say otherwise
 */
public record AnnualDay(MonthDay day, LeapDay leapDay) {

    private static final MonthDay LEAP = MonthDay.of(2, 29);

    public AnnualDay {
        Require.present("day", day);
        Require.present("leapDay", leapDay);
    }

    /** With 29 February on the 28th in common years, as expiry on that day has it. */
    public static AnnualDay of(MonthDay day) {
        return new AnnualDay(day, LeapDay.FEBRUARY_28);
    }

    /** The day of the year in which something began or somebody was born. */
    public static AnnualDay of(LocalDate date) {
        return of(MonthDay.from(date));
    }

    public AnnualDay on(LeapDay other) {
        return new AnnualDay(day, other);
    }

    public LocalDate in(int year) {
        return day.equals(LEAP) && !Year.isLeap(year) && leapDay == LeapDay.MARCH_1
                ? LocalDate.of(year, 3, 1)
                : day.atYear(year);
    }

    /** The first such day on or after a date. */
    public LocalDate next(LocalDate from) {
        LocalDate thisYear = in(from.getYear());
        return thisYear.isBefore(from) ? in(from.getYear() + 1) : thisYear;
    }

    /** The year whose day it is at an instant in a zone; empty if it is another day. */
    public Optional<Integer> today(Instant now, ZoneId zone) {
        LocalDate date = now.atZone(zone).toLocalDate();
        return Optional.of(date.getYear()).filter(year -> in(year).equals(date));
    }

    /** The key of the birthday bonus of a year: with it, however often it is asked for, the bonus is given once. */
    public static CommandKey birthdayKey(LoyaltyAccountId account, int year) {
        return CommandKey.of("birthday:" + account.value() + ":" + year);
    }

    /** The same for the anniversary of the enrolment. */
    public static CommandKey anniversaryKey(LoyaltyAccountId account, int year) {
        return CommandKey.of("anniversary:" + account.value() + ":" + year);
    }
}
