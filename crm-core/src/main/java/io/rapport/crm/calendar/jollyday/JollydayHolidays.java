package io.rapport.crm.calendar.jollyday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.rapport.crm.calendar.HolidayCalendar;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The public holidays of a country or one of its regions, as Jollyday knows them. Needs {@code jollyday-core} and either
 * {@code jollyday-jaxb} or {@code jollyday-jackson} beside this library, all of {@code de.focus-shift}.
 *
 * <p>What is a holiday depends on the version of Jollyday: a calendar whose figures must never change keeps the dates
 * themselves. Thread-safe as far as Jollyday is. Two are equal if they were made of equal parts.
 */
public final class JollydayHolidays implements HolidayCalendar {

    private final String country;
    private final List<String> region;
    private final Locale language;
    private final HolidayManager manager;

    private JollydayHolidays(String country, List<String> region, Locale language, HolidayManager manager) {
        this.country = country;
        this.region = region;
        this.language = language;
        this.manager = manager;
    }

    /**
     * The holidays of one place.
     *
     * @param country the code of a calendar of Jollyday, such as {@code "de"}
     * @param language in which the holidays are named
     * @param region the parts of the country from large to small, such as {@code "by", "mu"}; none for the holidays of the
     *     whole country
     * @throws InvalidInputException naming {@code country}, if Jollyday does not know it
     */
    public static JollydayHolidays of(String country, Locale language, String... region) {
        String code = Require.text("country", country, 64).toLowerCase(Locale.ROOT);
        Require.that(
                HolidayManager.getSupportedCalendarCodes().stream().anyMatch(code::equalsIgnoreCase),
                "country",
                "is unknown to Jollyday",
                "give the code of one of its calendars, such as de");
        return new JollydayHolidays(
                code,
                Require.list("region", List.of(region)),
                Require.present("language", language),
                HolidayManager.getInstance(ManagerParameters.create(code)));
    }

    @Override
    public String name() {
        return region.isEmpty() ? country : country + " " + String.join(" ", region);
    }

    @Override
    public boolean isHoliday(LocalDate date) {
        return on(date).findAny().isPresent();
    }

    @Override
    public String holidayName(LocalDate date) {
        return on(date).map(holiday -> holiday.getDescription(language))
                .sorted()
                .findFirst()
                .orElse(name());
    }

    private Stream<Holiday> on(LocalDate date) {
        return manager.getHolidays(Year.from(date), HolidayType.PUBLIC_HOLIDAY, region.toArray(String[]::new)).stream()
                .filter(holiday -> holiday.getDate().equals(date));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JollydayHolidays that
                && country.equals(that.country)
                && region.equals(that.region)
                && language.equals(that.language);
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
