package io.rapport.crm.calendar;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.util.Collection;
import java.util.List;

/**
 * What is kept of one version of a calendar. Sources of holidays are kept by their names; the host hands them to the
 * library each time it starts. Immutable, thread-safe.
 *
 * @param rules without sources of holidays
 * @param holidayCalendars the names of the sources
 */
public record CalendarDefinition(CalendarRules rules, List<String> holidayCalendars) {

    public CalendarDefinition {
        Require.present("rules", rules);
        Require.that(
                rules.holidayCalendars().isEmpty(), "rules", "hold sources of holidays", "name them beside the rules");
        holidayCalendars = Require.list("holidayCalendars", holidayCalendars);
    }

    static CalendarDefinition of(CalendarRules rules) {
        List<String> names =
                rules.holidayCalendars().stream().map(HolidayCalendar::name).toList();
        return new CalendarDefinition(with(rules, List.of()), names);
    }

    /**
     * The rules with the sources that are named.
     *
     * @throws InvalidInputException naming {@code holidayCalendars}, if one is not among {@code known}
     */
    CalendarRules rules(Collection<HolidayCalendar> known) {
        return with(
                rules, holidayCalendars.stream().map(name -> named(known, name)).toList());
    }

    private static HolidayCalendar named(Collection<HolidayCalendar> known, String name) {
        return known.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "holidayCalendars", "name \"" + name + "\", which is unknown", "hand it to Crm.builder()"));
    }

    private static CalendarRules with(CalendarRules rules, List<HolidayCalendar> sources) {
        return new CalendarRules(
                rules.zone(),
                rules.weekly(),
                rules.overrides(),
                rules.breaks(),
                rules.holidays(),
                rules.annualHolidays(),
                sources);
    }
}
