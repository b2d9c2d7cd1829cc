package io.rapport.crm.loyalty;

import java.time.LocalDate;

/** The calendar periods at whose end points may expire. Quarters begin in January, April, July and October. */
public enum PeriodEnd {
    MONTH,
    QUARTER,
    YEAR;

    /** The first day after the period that a day lies in. */
    LocalDate dayAfter(LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        return switch (this) {
            case MONTH -> month.plusMonths(1);
            case QUARTER -> month.plusMonths(3L - (day.getMonthValue() - 1) % 3);
            case YEAR -> day.withDayOfYear(1).plusYears(1);
        };
    }
}
