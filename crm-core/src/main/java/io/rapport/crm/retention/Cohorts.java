package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * Makes cohort tables: customers grouped by the period of their first activity ever, and how many of each group are
 * active later. Clock and matching must both be chosen, for tables that differ in them cannot be compared.
 *
 * <pre>{@code
 * CohortTable kept = Cohorts.on(CohortClock.calendar(CalendarUnit.MONTH))
 *         .matching(Matching.on())
 *         .of(purchases, DataEnd.before(today));
 * }</pre>
 *
 * @param clock what the cohorts and the windows are
 * @param matching what counts as retained
 */
public record Cohorts(CohortClock clock, Matching matching) implements Serializable {

    public Cohorts {
        Require.present("clock", clock);
        Require.present("matching", matching);
    }

    /** The first choice: the clock. */
    public static Clocked on(CohortClock clock) {
        return new Clocked(clock);
    }

    /**
     * A clock that still lacks its matching.
     *
     * @param clock what the cohorts and the windows are
     */
    public record Clocked(CohortClock clock) {

        /** The second choice: what counts as retained. */
        public Cohorts matching(Matching matching) {
            return new Cohorts(clock, matching);
        }
    }

    /**
     * The table of what was observed before the end of the data; later activity is ignored. Takes one pass over all days;
     * on a calendar clock, those that nobody has looked at yet are not sorted for it.
     */
    public CohortTable of(ActivityDays activity, DataEnd dataEnd) {
        Require.present("dataEnd", dataEnd);
        CohortPass pass = new CohortPass(this, activity.firstDay(), dataEnd.epochDay());
        if (activity.hasWaiting() && pass.takesBits()) {
            activity.forEach(pass.bits(), pass::count);
        } else {
            activity.forEach(pass::count);
        }
        return new CohortTable(this, dataEnd, pass.rows((cohort, counts) -> counts.row(cohort)));
    }

    /**
     * What each cohort spent, by the same rules: a customer belongs to the cohort of the first purchase, be it free of
     * charge.
     */
    public RevenueCohortTable of(RevenueDays revenue, DataEnd dataEnd) {
        Require.present("dataEnd", dataEnd);
        CohortPass pass = new CohortPass(this, revenue.firstDay(), dataEnd.epochDay());
        revenue.forEach(pass::count);
        return new RevenueCohortTable(
                this, revenue.currency(), dataEnd, pass.rows((cohort, counts) -> counts.revenueRow(cohort)));
    }
}
