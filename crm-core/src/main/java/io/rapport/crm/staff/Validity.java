package io.rapport.crm.staff;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * How long a certification holds, in the calendar's own days; no time zone is involved.
 *
 * @param period no part of it negative and not zero; it ends on the day before the anniversary of its first day, so that
 *     twelve months from 20 February 2023 last until 19 February 2024
 * @param renewalWindowDays how many of the last valid days are for renewal: a renewal on one of them counts from the old
 *     end, so that nobody loses days by being early; 0 for none, and at most the length of the period, reckoned
 *     from 1 February 2001
 */
public record Validity(
        @NotNull Period period, @PositiveOrZero @Max(3660) int renewalWindowDays) {

    static final int MAX_WINDOW = 3660;
    private static final long MAX_MONTHS = 1200;
    private static final long MAX_DAYS = 36_525;

    /** From here on months are as short as they can be. */
    private static final LocalDate SHORTEST = LocalDate.of(2001, 2, 1);

    @Constructible(Validity.class)
    public Validity {
        Require.present("period", period);
        Require.that(
                !period.isNegative() && !period.isZero(),
                "period",
                "is " + period,
                "give a period of at least one day, such as P12M, without negative parts");
        Require.that(
                period.toTotalMonths() <= MAX_MONTHS && days(period) <= MAX_DAYS,
                "period",
                "is " + period,
                "give at most 100 years, or leave the validity out for a certification that never expires");
        Require.between("renewalWindowDays", renewalWindowDays, 0, MAX_WINDOW);
        Require.that(
                renewalWindowDays <= days(period),
                "renewalWindowDays",
                "is " + renewalWindowDays + " for a period of " + period,
                "give a window that is no longer than the period");
    }

    /** Without a window for renewal. */
    public static Validity of(Period period) {
        return new Validity(period, 0);
    }

    public Validity renewableInTheLast(int days) {
        return new Validity(period, days);
    }

    /** The last day of a period that begins on {@code first}. */
    LocalDate lastDayFrom(LocalDate first) {
        return first.plus(period).minusDays(1);
    }

    private static long days(Period period) {
        return SHORTEST.until(SHORTEST.plus(period), ChronoUnit.DAYS);
    }
}
