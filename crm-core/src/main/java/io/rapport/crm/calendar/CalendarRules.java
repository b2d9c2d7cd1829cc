package io.rapport.crm.calendar;

import com.google.common.collect.ImmutableSortedMap;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one version of a business calendar says, as plain values to show, to compare and to keep. Immutable and
 * thread-safe as far as its {@link HolidayCalendar}s are.
 *
 * <p>A holiday beats the hours of a date, and the hours of a date replace those of the week. A shift past midnight
 * belongs to the day on which it starts: a holiday takes away the whole shift that would start on it, and nothing of one
 * that started the day before. A break is cut out of whatever shift is running then. A date that the zone skipped, as
 * Samoa did on 30 December 2011, has no hours.
 *
 * @param zone whose clock the hours are read from
 * @param weekly the hours of an ordinary week
 * @param overrides the hours of single dates, in place of the weekly ones; an empty list closes the date
 * @param breaks what is cut out of single dates
 * @param holidays single dates that are closed all day, with the name of the holiday
 * @param annualHolidays days of every year that are closed all day, with the name of the holiday; 29 February is one in
 *     leap years only
 * @param holidayCalendars further sources of holidays
 */
public record CalendarRules(
        ZoneId zone,
        WeeklyHours weekly,
        SortedMap<LocalDate, List<Hours>> overrides,
        SortedMap<LocalDate, List<Hours>> breaks,
        SortedMap<LocalDate, String> holidays,
        SortedMap<MonthDay, String> annualHolidays,
        List<HolidayCalendar> holidayCalendars) {

    static final int NAME = 200;

    /**
     * Puts the rules in order.
     *
     * @throws InvalidInputException naming the field and the date, if intervals of one date overlap, or a name is blank
     */
    public CalendarRules {
        Require.present("zone", zone);
        Require.present("weekly", weekly);
        overrides = hours("overrides", overrides);
        breaks = hours("breaks", breaks);
        holidays = names("holidays", holidays);
        annualHolidays = names("annualHolidays", annualHolidays);
        holidayCalendars = Require.list("holidayCalendars", holidayCalendars);
    }

    /** What the holiday on the date is called; empty on any other date. */
    public Optional<String> holidayOn(LocalDate date) {
        String dated = holidays.get(date);
        String name = dated == null ? annualHolidays.get(MonthDay.from(date)) : dated;
        if (name != null) {
            return Optional.of(name);
        }
        for (HolidayCalendar source : holidayCalendars) {
            if (source.isHoliday(date)) {
                return Optional.of(source.holidayName(date));
            }
        }
        return Optional.empty();
    }

    /** The shifts that start on the date, before breaks are cut out: none on a holiday. */
    public List<Hours> hoursOn(LocalDate date) {
        List<Hours> hours = ordinaryHoursOn(date);
        return hours.isEmpty() || holidayOn(date).isPresent() ? List.of() : hours;
    }

    /** The shifts of the date as if it were no holiday. */
    List<Hours> ordinaryHoursOn(LocalDate date) {
        List<Hours> override = overrides.get(date);
        return override == null ? weekly.on(date.getDayOfWeek()) : override;
    }

    private static SortedMap<LocalDate, List<Hours>> hours(String field, Map<LocalDate, List<Hours>> given) {
        ImmutableSortedMap.Builder<LocalDate, List<Hours>> checked = ImmutableSortedMap.naturalOrder();
        Require.present(field, given)
                .forEach((date, hours) -> checked.put(
                        Require.present(field + " date", date), DisjointHours.of(field + "." + date, hours)));
        return checked.build();
    }

    private static <D extends Comparable<? super D>> SortedMap<D, String> names(String field, Map<D, String> given) {
        ImmutableSortedMap.Builder<D, String> checked = ImmutableSortedMap.naturalOrder();
        Require.present(field, given)
                .forEach((day, name) ->
                        checked.put(Require.present(field + " day", day), Require.text(field + "." + day, name, NAME)));
        return checked.build();
    }
}
