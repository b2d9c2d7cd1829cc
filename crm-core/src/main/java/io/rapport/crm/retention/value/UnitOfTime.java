package io.rapport.crm.retention.value;

/**
 * The unit in which a model counts time. A month and a year are the means of the Gregorian calendar (30.436875 and
 * 365.2425 days), so that every unit is a whole number of seconds and converts into every other.
 */
public enum UnitOfTime {
    /** One second. */
    SECOND(1),
    /** 3,600 seconds. */
    HOUR(3_600),
    /** 24 hours. */
    DAY(86_400),
    /** 7 days. */
    WEEK(604_800),
    /** 30.436875 days. */
    MONTH(2_629_746),
    /** 365.2425 days. */
    YEAR(31_556_952);

    private final long seconds;

    UnitOfTime(long seconds) {
        this.seconds = seconds;
    }

    /** The given number of these units, counted in another unit. */
    double convert(double length, UnitOfTime into) {
        return this == into ? length : length * seconds / into.seconds;
    }

    /** A span of days in this unit, from integers, so that the same days always give the same bits. */
    double ofDays(long days) {
        return (double) (days * DAY.seconds) / seconds;
    }
}
