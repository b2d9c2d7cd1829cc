package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * When points expire. Except where expiry slides, it is fixed on a lot when the lot is earned: a later policy changes
 * nothing about it. Days and months are those of the calendar in the program's zone; a month that is too short takes its
 * last day. Every expiry is exclusive: points are usable while now is before it.
 *
 * @param kind what the rule is
 * @param period how long after it was earned, or after the last activity, a lot expires; zero where it has no say
 * @param end of what period it is the end
 * @param day the day of the year on which all points expire
 * @param activities what slides the expiry; empty unless it slides
 */
public record ExpiryPolicy(
        Kind kind, Period period, Optional<PeriodEnd> end, Optional<MonthDay> day, Set<ActivityKind> activities) {

    /** What the rule is. */
    public enum Kind {
        /** Points never expire. */
        NEVER,
        /**
         * Points can be used through the day that is this long after the day on which they were earned. With a period
         * of zero they can be used on the day itself.
         */
        AFTER,
        /** Points can be used through the last day of the month, quarter or year in which the day of AFTER lies. */
        END_OF_PERIOD,
        /**
         * Points can be used through the next such day after the day on which they were earned. 29 February stands for
         * the 28th in common years.
         */
        FIXED_DATE,
        /**
         * All sliding points of an account expire together, this long after its last activity, to the instant. Points
         * keep sliding when a later version has another policy; activity then moves their expiry no more.
         */
        SLIDING
    }

    private static final String SETTING = "expiry";

    public ExpiryPolicy {
        Require.present(SETTING, kind);
        Require.present(SETTING, period);
        Require.that(
                period.getYears() >= 0 && period.getMonths() >= 0 && period.getDays() >= 0,
                SETTING,
                "has a period with a negative part",
                "count forward only");
        Require.that(
                Require.present(SETTING, end).isPresent() == (kind == Kind.END_OF_PERIOD),
                SETTING,
                "is " + kind + " and names a period's end, or should and does not",
                "name one with END_OF_PERIOD only");
        Require.that(
                Require.present(SETTING, day).isPresent() == (kind == Kind.FIXED_DATE),
                SETTING,
                "is " + kind + " and names a day, or should and does not",
                "name one with FIXED_DATE only");
        activities = Require.set(SETTING, activities);
        Require.that(
                activities.isEmpty() == (kind != Kind.SLIDING),
                SETTING,
                "is " + kind + " and names activities, or should and does not",
                "name at least one with SLIDING, and none without");
        Require.that(
                kind != Kind.SLIDING || !period.isZero(), SETTING, "slides by nothing", "give a period above zero");
    }

    public static ExpiryPolicy never() {
        return of(Kind.NEVER, Period.ZERO);
    }

    public static ExpiryPolicy afterDays(int days) {
        return of(Kind.AFTER, Period.ofDays(days));
    }

    public static ExpiryPolicy afterMonths(int months) {
        return of(Kind.AFTER, Period.ofMonths(months));
    }

    /** At the end of the month, quarter or year in which points are earned. */
    public static ExpiryPolicy endOf(PeriodEnd end) {
        return endOf(end, Period.ZERO);
    }

    /** At the end of the month, quarter or year that comes some time after points are earned. */
    public static ExpiryPolicy endOf(PeriodEnd end, Period after) {
        return new ExpiryPolicy(Kind.END_OF_PERIOD, after, Optional.of(end), Optional.empty(), Set.of());
    }

    /** On one day of each year. */
    public static ExpiryPolicy every(MonthDay day) {
        return new ExpiryPolicy(Kind.FIXED_DATE, Period.ZERO, Optional.empty(), Optional.of(day), Set.of());
    }

    /** Some time after the last activity of certain kinds. */
    public static ExpiryPolicy sliding(Period period, Set<ActivityKind> activities) {
        return new ExpiryPolicy(Kind.SLIDING, period, Optional.empty(), Optional.empty(), activities);
    }

    /** Whether points that are earned under this policy slide. */
    public boolean slides() {
        return kind == Kind.SLIDING;
    }

    /** When points that are earned at an instant expire; empty if they never do, or slide. */
    public Optional<Instant> expiresAt(Instant earnedAt, ZoneId zone) {
        LocalDate earned = earnedAt.atZone(zone).toLocalDate();
        return switch (kind) {
            case NEVER, SLIDING -> Optional.empty();
            case AFTER -> Optional.of(earned.plus(period).plusDays(1)).map(next -> startOf(next, zone));
            case END_OF_PERIOD -> end.map(unit -> startOf(unit.dayAfter(earned.plus(period)), zone));
            case FIXED_DATE -> day.map(fixed -> startOf(next(fixed, earned).plusDays(1), zone));
        };
    }

    /** When points expire whose account was last active at an instant. */
    Instant slidTo(Instant activity, ZoneId zone) {
        return activity.atZone(zone).plus(period).toInstant();
    }

    private static ExpiryPolicy of(Kind kind, Period period) {
        return new ExpiryPolicy(kind, period, Optional.empty(), Optional.empty(), Set.of());
    }

    private static LocalDate next(MonthDay day, LocalDate after) {
        LocalDate thisYear = day.atYear(after.getYear());
        return thisYear.isAfter(after) ? thisYear : day.atYear(after.getYear() + 1);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
