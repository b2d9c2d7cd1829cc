package io.rapport.crm.calendar;

import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of open time, from its start to before its end.
 *
 * @param from its first moment
 * @param until the first moment that no longer belongs to it, later than {@code from}
 */
public record OpenInterval(Instant from, Instant until) {

    public OpenInterval {
        Require.present("from", from);
        Require.that(
                Require.present("until", until).isAfter(from), "until", "is not after from", "give a later moment");
    }

    /** The real time from start to end. */
    public Duration duration() {
        return Duration.between(from, until);
    }
}
