package io.rapport.crm.calendar;

import java.time.LocalDate;

/**
 * A source of holidays other than a list of dates, such as the public holidays of a region. A host may implement it.
 *
 * <p>An implementation must be thread-safe and must give the same answer for the same date at any time, because a
 * calendar keeps what it computed from the answers. Where the law changes, make a new version of the calendar. It is
 * asked for any date of the years 0 to 10000 and may answer {@code false} for years that it does not know.
 */
public interface HolidayCalendar {

    /** What the source is called, for example {@code "Germany, Berlin"}. */
    String name();

    /** Whether nobody works on the date. */
    boolean isHoliday(LocalDate date);

    /** What explanations call the holiday on the date; by default the name of the source. */
    default String holidayName(LocalDate date) {
        return name();
    }
}
