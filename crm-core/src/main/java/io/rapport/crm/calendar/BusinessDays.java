package io.rapport.crm.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/** Counts the dates on which a shift starts, year by year. */
final class BusinessDays {

    private static final String SOUGHT = "such business day";

    private final PerYear<long[]> years;

    BusinessDays(OpenHours hours, String calendar) {
        this.years = new PerYear<>(
                calendar, year -> hours.businessDays(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)));
    }

    /** The business days after {@code from}, until and with {@code until}; negative if that is earlier. */
    long between(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            return -between(until, from);
        }
        long count = (long) through(until) - through(from);
        for (int year = from.getYear(); year < until.getYear(); year++) {
            count += years.get(year).length;
        }
        return count;
    }

    /** The n-th business day after the date; for a negative n, before it; for zero, the date. */
    LocalDate add(LocalDate date, int n) {
        return n < 0 ? before(date, -(long) n) : after(date, n);
    }

    private LocalDate after(LocalDate date, int n) {
        if (n == 0) {
            return date;
        }
        long left = (long) through(date) + n;
        int year = date.getYear();
        for (int idle = 0; left > years.get(year).length; year = years.beside(year, 1, idle, SOUGHT, date)) {
            left -= years.get(year).length;
            idle = years.get(year).length == 0 ? idle + 1 : 0;
        }
        return LocalDate.ofEpochDay(years.get(year)[(int) left - 1]);
    }

    private LocalDate before(LocalDate date, long n) {
        long left = through(date.minusDays(1)) - n;
        int year = date.minusDays(1).getYear();
        for (int idle = 0; left < 0; left += years.get(year).length) {
            idle = years.get(year).length == 0 ? idle + 1 : 0;
            year = years.beside(year, -1, idle, SOUGHT, date);
        }
        return LocalDate.ofEpochDay(years.get(year)[(int) left]);
    }

    /** The business days from the start of its year until and with the date. */
    private int through(LocalDate date) {
        int at = Arrays.binarySearch(years.get(date.getYear()), date.toEpochDay());
        return at < 0 ? -at - 1 : at + 1;
    }
}
