package io.rapport.crm.calendar;

import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of an explanation: a stretch of real time, and why it was counted as business time or skipped.
 *
 * @param from its first moment
 * @param until the first moment that no longer belongs to it, later than {@code from}
 * @param reason why it was counted or skipped
 * @param holiday what the holiday is called; present for {@link Reason#HOLIDAY} only
 */
public record CalendarSpan(Instant from, Instant until, Reason reason, Optional<String> holiday) {

    /** Why time is counted or skipped. */
    public enum Reason {
        /** Open: counted. */
        OPEN,
        /** Outside the hours of the day. */
        CLOSED,
        /** A holiday, or a shift that would have started on one. */
        HOLIDAY,
        /** A break of that date, inside the hours. */
        BREAK,
        /** Open in an ordinary week, but the date has other hours. */
        OVERRIDE
    }

    public CalendarSpan {
        Require.present("from", from);
        Require.that(
                Require.present("until", until).isAfter(from), "until", "is not after from", "give a later moment");
        Require.present("reason", reason);
        Require.that(
                Require.present("holiday", holiday).isPresent() == (reason == Reason.HOLIDAY),
                "holiday",
                "does not go with the reason",
                "name the holiday if that is the reason, and only then");
    }

    /** Whether it counts as business time. */
    public boolean counted() {
        return reason == Reason.OPEN;
    }

    /** The real time from start to end. */
    public Duration duration() {
        return Duration.between(from, until);
    }
}
