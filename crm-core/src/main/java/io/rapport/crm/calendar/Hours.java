package io.rapport.crm.calendar;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of a day on the local clock, from its start to before its end: a shift, or a break. An end at or before the
 * start is reached on the next day, so {@code 22:00-06:00} runs past midnight, {@code 09:00-24:00} ends with the day
 * and {@code 00:00-24:00} is the whole day. Thread-safe.
 *
 * @param from when it starts, in whole seconds
 * @param until when it ends, in whole seconds; {@link LocalTime#MIDNIGHT} is the end of the day
 */
public record Hours(LocalTime from, LocalTime until) {

    private static final String END_OF_DAY = "24:00";
    private static final int SECONDS_OF_DAY = 86_400;

    public Hours {
        wholeSeconds("from", from);
        wholeSeconds("until", until);
    }

    /**
     * Reads two times of day such as {@code "09:00"} and {@code "17:30"}.
     *
     * @param until may be {@code "24:00"}, the end of the day
     * @throws InvalidInputException naming {@code from} or {@code until}, if either is no time of day
     */
    public static Hours of(String from, String until) {
        LocalTime start = time("from", from);
        boolean endOfDay = END_OF_DAY.equals(until) || (END_OF_DAY + ":00").equals(until);
        return new Hours(start, endOfDay ? LocalTime.MIDNIGHT : time("until", until));
    }

    /** From midnight to midnight. */
    public static Hours allDay() {
        return new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /** Whether it ends on the next day, later than at midnight. */
    public boolean runsPastMidnight() {
        return endSecond() > SECONDS_OF_DAY;
    }

    /** {@code 09:00-17:00}; an end at midnight is written as {@code 24:00}. */
    @Override
    public String toString() {
        return from + "-" + (until.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : until);
    }

    int startSecond() {
        return from.toSecondOfDay();
    }

    /** Counted from the start of the day it starts on: above 86,400 if it runs past midnight. */
    int endSecond() {
        return until.isAfter(from) ? until.toSecondOfDay() : until.toSecondOfDay() + SECONDS_OF_DAY;
    }

    private static void wholeSeconds(String field, LocalTime time) {
        boolean whole = Require.present(field, time).equals(time.truncatedTo(ChronoUnit.SECONDS));
        Require.that(whole, field, "has a part of a second", "give whole seconds");
    }

    private static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(Require.present(field, text));
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(field, "is no time of day", "write it as 09:30; only an end may be 24:00");
        }
    }
}
