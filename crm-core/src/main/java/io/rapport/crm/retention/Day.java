package io.rapport.crm.retention;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as ints: days since 1970-01-01. Years 1 to 9999 only, for anything else is a slip of the source. */
final class Day {

    /** The smallest that there is, below 0. */
    static final int FIRST = (int) LocalDate.of(1, 1, 1).toEpochDay();

    private static final int LAST = (int) LocalDate.of(9999, 12, 31).toEpochDay();
    private static final int SECONDS = 86_400;

    private Day() {}

    static int of(String field, LocalDate day) {
        return checked(field, Require.present(field, day).toEpochDay());
    }

    static int of(String field, Instant at, ZoneId zone) {
        int offset = zone.getRules().getOffset(Require.present(field, at)).getTotalSeconds();
        return checked(field, Math.floorDiv(at.getEpochSecond() + offset, SECONDS));
    }

    static int of(String field, int epochDay) {
        return checked(field, epochDay);
    }

    /** What was spent on one day, in minor units. */
    static long sum(long one, long other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException overflow) {
            throw new InvalidInputException("amountMinor", "makes a day's sum overflow", "check the amounts");
        }
    }

    private static int checked(String field, long day) {
        if (day < FIRST || day > LAST) {
            throw new InvalidInputException(field, "is out of range", "give a time in the years 1 to 9999");
        }
        return (int) day;
    }
}
