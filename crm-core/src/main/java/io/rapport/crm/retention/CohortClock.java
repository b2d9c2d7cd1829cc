package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a cohort is, and how time is cut into windows after its customers' first activity. On a <b>calendar</b> clock
 * all customers of a cohort share the windows: the cohort's own period is window 0, the next period window 1. On a
 * <b>rolling</b> clock each customer has windows of n days of their own, and the first day starts window 0.
 *
 * <p>The two differ: who first buys on 31 January and again on 1 February has come back in window 1 on a calendar
 * clock of months, but not in a rolling one.
 */
public final class CohortClock implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CalendarUnit cohorts;
    private final int rollingDays;

    private CohortClock(CalendarUnit cohorts, int rollingDays) {
        this.cohorts = Require.present("cohorts", cohorts);
        this.rollingDays = rollingDays;
    }

    /** Cohorts and windows are calendar periods of this unit. */
    public static CohortClock calendar(CalendarUnit unit) {
        return new CohortClock(unit, 0);
    }

    /**
     * Windows are n days from each customer's own first day.
     *
     * @param days the length of a window, at least 1
     * @param cohorts the calendar unit that groups customers into cohorts by their first day
     */
    public static CohortClock rolling(int days, CalendarUnit cohorts) {
        Require.positive("days", days);
        return new CohortClock(cohorts, days);
    }

    /** The calendar unit whose period of a customer's first activity is the cohort. */
    public CalendarUnit cohorts() {
        return cohorts;
    }

    /** The length of a rolling window in days; empty on a calendar clock. */
    public OptionalInt rollingDays() {
        return isRolling() ? OptionalInt.of(rollingDays) : OptionalInt.empty();
    }

    boolean isRolling() {
        return rollingDays > 0;
    }

    /** The number of the window in which the day lies. */
    int window(int firstDay, int day) {
        return isRolling()
                ? Math.floorDiv(day - firstDay, rollingDays)
                : cohorts.indexOf(day) - cohorts.indexOf(firstDay);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CohortClock that && cohorts == that.cohorts && rollingDays == that.rollingDays;
    }

    @Override
    public int hashCode() {
        return Objects.hash(cohorts, rollingDays);
    }

    @Override
    public String toString() {
        return isRolling() ? "rolling " + rollingDays + " days, cohorts by " + cohorts : "calendar " + cohorts;
    }
}
