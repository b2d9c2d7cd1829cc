package io.rapport.crm.ticket.sla;

import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.time.Instant;

/**
 * One line of a clock's explanation: a stretch of real time, and why it was counted or skipped.
 *
 * @param until later than {@code from}
 * @param why in words, such as the name of a holiday; possibly empty
 */
public record ClockSpan(Instant from, Instant until, Reason reason, String why) {

    /** Why time was counted or skipped. */
    public enum Reason {
        /** Business time: counted. */
        COUNTED,
        /** Outside the hours of the calendar, its breaks and overrides included. */
        CLOSED,
        HOLIDAY,
        /** Parked, by a wait that stops this clock. */
        PAUSED,
        /** Resolved: nothing was owed until it was reopened. */
        RESOLVED
    }

    public ClockSpan {
        Require.present("from", from);
        Require.present("until", until);
        Require.present("reason", reason);
        Require.present("why", why);
    }

    /** Whether the clock ran. */
    public boolean counted() {
        return reason == Reason.COUNTED;
    }

    /** The real time from start to end. */
    public Duration duration() {
        return Duration.between(from, until);
    }
}
