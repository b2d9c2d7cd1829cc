package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * One ISO week, month, quarter or year: the days from {@link #start()} to before {@link #end()}.
 *
 * @param unit what kind of period
 * @param start its first day
 */
public record CalendarPeriod(CalendarUnit unit, LocalDate start) implements Serializable {

    public CalendarPeriod {
        Require.present("unit", unit);
        int index = unit.indexOf(Day.of("start", start));
        Require.that(
                unit.startOf(index).equals(start), "start", "is inside a period", "give the first day of the period");
    }

    /** A calendar month. */
    public static CalendarPeriod month(YearMonth month) {
        return new CalendarPeriod(
                CalendarUnit.MONTH, Require.present("month", month).atDay(1));
    }

    /**
     * A calendar quarter.
     *
     * @param quarter 1 to 4
     */
    public static CalendarPeriod quarter(int year, int quarter) {
        Require.between("year", year, 1, 9999);
        Require.between("quarter", quarter, 1, 4);
        return new CalendarPeriod(CalendarUnit.QUARTER, LocalDate.of(year, 3 * quarter - 2, 1));
    }

    /**
     * A calendar year.
     *
     * @param year 1 to 9999
     */
    public static CalendarPeriod year(int year) {
        Require.between("year", year, 1, 9999);
        return new CalendarPeriod(CalendarUnit.YEAR, LocalDate.of(year, 1, 1));
    }

    /**
     * An ISO 8601 week.
     *
     * @param weekBasedYear the year that the week belongs to, which in the days around New Year is not always the
     *     calendar year
     * @param week 1 to 52, or 53 in a long year
     */
    public static CalendarPeriod isoWeek(int weekBasedYear, int week) {
        Require.between("weekBasedYear", weekBasedYear, 1, 9999);
        LocalDate inFirstWeek = LocalDate.of(weekBasedYear, 1, 4);
        int weeks = (int) inFirstWeek.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum();
        Require.between("week", week, 1, weeks);
        return CalendarUnit.ISO_WEEK.containing(inFirstWeek.plusWeeks(week - 1L));
    }

    /** The first day that no longer belongs to the period. */
    public LocalDate end() {
        return unit.startOf(index() + 1);
    }

    /** The period just before. */
    public CalendarPeriod previous() {
        return unit.period(index() - 1);
    }

    /** The period just after. */
    public CalendarPeriod next() {
        return unit.period(index() + 1);
    }

    /** Whether the day lies in the period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end());
    }

    /** The usual short name: {@code 1997-W05}, {@code 1997-02}, {@code 1997-Q1} or {@code 1997}. */
    @Override
    public String toString() {
        return switch (unit) {
            case ISO_WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        start.get(IsoFields.WEEK_BASED_YEAR),
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(start).toString();
            case QUARTER ->
                String.format(Locale.ROOT, "%04d-Q%d", start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> String.format(Locale.ROOT, "%04d", start.getYear());
        };
    }

    private int index() {
        return unit.indexOf(Math.toIntExact(start.toEpochDay()));
    }
}
