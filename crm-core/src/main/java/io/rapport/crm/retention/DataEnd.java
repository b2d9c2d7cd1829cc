package io.rapport.crm.retention;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Where the observation of customers ends. What lies behind it is unknown, not absent, so a window that reaches beyond
 * is not complete.
 *
 * @param firstUnobservedDay the first day, in the zone of the activity, that is not observed from beginning to end
 */
public record DataEnd(LocalDate firstUnobservedDay) implements Serializable {

    public DataEnd {
        Day.of("firstUnobservedDay", firstUnobservedDay);
    }

    /** The given day is the last one that was observed to its end. */
    public static DataEnd lastDay(LocalDate day) {
        Day.of("lastDay", day);
        return new DataEnd(day.plusDays(1));
    }

    /** The given day is not over, such as today. */
    public static DataEnd before(LocalDate day) {
        return new DataEnd(day);
    }

    int epochDay() {
        return Math.toIntExact(firstUnobservedDay.toEpochDay());
    }
}
