package io.rapport.crm.calendar;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts a {@link BusinessCalendar} together. Each setter refuses bad input at once with an {@link InvalidInputException}
 * that names the field. Not thread-safe; the calendar it builds is.
 */
public final class BusinessCalendarBuilder {

    private final CalendarId id;
    private final ZoneId zone;
    private final SortedMap<LocalDate, List<Hours>> overrides = new TreeMap<>();
    private final SortedMap<LocalDate, List<Hours>> breaks = new TreeMap<>();
    private final SortedMap<LocalDate, String> holidays = new TreeMap<>();
    private final SortedMap<MonthDay, String> annualHolidays = new TreeMap<>();
    private final List<HolidayCalendar> holidayCalendars = new ArrayList<>();
    private WeeklyHours weekly = WeeklyHours.none();
    private int version = 1;

    BusinessCalendarBuilder(CalendarId id, ZoneId zone) {
        this.id = Require.present("calendar", id);
        this.zone = Require.present("zone", zone);
    }

    BusinessCalendarBuilder(CalendarId id, int version, CalendarRules rules) {
        this(id, rules.zone());
        version(version).weekly(rules.weekly());
        overrides.putAll(rules.overrides());
        breaks.putAll(rules.breaks());
        holidays.putAll(rules.holidays());
        annualHolidays.putAll(rules.annualHolidays());
        holidayCalendars.addAll(rules.holidayCalendars());
    }

    /** Numbers the version, 1 unless said otherwise. */
    public BusinessCalendarBuilder version(int number) {
        version = (int) Require.positive("version", number);
        return this;
    }

    /** Sets the hours of an ordinary week; none unless said otherwise. */
    public BusinessCalendarBuilder weekly(WeeklyHours hours) {
        weekly = Require.present("weekly", hours);
        return this;
    }

    /** Gives the date these hours in place of the weekly ones; without any, the date is closed. */
    public BusinessCalendarBuilder override(LocalDate date, Hours... hours) {
        Require.present("overrides date", date);
        overrides.put(date, DisjointHours.of("overrides." + date, List.of(hours)));
        return this;
    }

    /** Cuts these breaks, and no others, out of the date; one that meets no shift cuts nothing. */
    public BusinessCalendarBuilder breaks(LocalDate date, Hours... cut) {
        Require.present("breaks date", date);
        breaks.put(date, DisjointHours.of("breaks." + date, List.of(cut)));
        return this;
    }

    /** Closes the date all day; explanations show the date itself. */
    public BusinessCalendarBuilder holiday(LocalDate date) {
        return holiday(date, Require.present("holidays date", date).toString());
    }

    /** Closes the date all day, under the name that explanations show. */
    public BusinessCalendarBuilder holiday(LocalDate date, String name) {
        holidays.put(
                Require.present("holidays date", date), Require.text("holidays." + date, name, CalendarRules.NAME));
        return this;
    }

    /** Closes the day of every year; explanations show the day itself, such as {@code 12-25}. */
    public BusinessCalendarBuilder annualHoliday(MonthDay day) {
        return annualHoliday(
                day, Require.present("annualHolidays day", day).toString().substring(2));
    }

    /**
     * Closes the day of every year, under the name that explanations show. 29 February is closed in leap years, and
     * moves to no other day in the rest.
     */
    public BusinessCalendarBuilder annualHoliday(MonthDay day, String name) {
        annualHolidays.put(
                Require.present("annualHolidays day", day),
                Require.text("annualHolidays." + day, name, CalendarRules.NAME));
        return this;
    }

    /** Closes the holidays of one more source. */
    public BusinessCalendarBuilder holidays(HolidayCalendar source) {
        holidayCalendars.add(Require.present("holidayCalendars", source));
        return this;
    }

    /** Takes back what was said about this single date: its hours, its breaks, and that it is a holiday. */
    public BusinessCalendarBuilder asUsual(LocalDate date) {
        Require.present("date", date);
        overrides.remove(date);
        breaks.remove(date);
        holidays.remove(date);
        return this;
    }

    /** Takes back an annual holiday. */
    public BusinessCalendarBuilder asUsual(MonthDay day) {
        annualHolidays.remove(Require.present("day", day));
        return this;
    }

    /** Takes back all sources of holidays that were added with {@link #holidays}. */
    public BusinessCalendarBuilder withoutHolidayCalendars() {
        holidayCalendars.clear();
        return this;
    }

    /**
     * The calendar.
     *
     * @throws InvalidInputException naming {@code weekly}, if it would never be open
     */
    public BusinessCalendar build() {
        return BusinessCalendar.of(
                id,
                version,
                new CalendarRules(zone, weekly, overrides, breaks, holidays, annualHolidays, holidayCalendars));
    }
}
