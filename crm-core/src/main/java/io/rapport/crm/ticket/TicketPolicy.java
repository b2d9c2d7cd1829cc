package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a resolved ticket can come back. The quiet period is at least as long as the reopen window, so that what
 * happens to a customer's message never depends on when {@link Tickets#tick()} ran. Both count elapsed time from the
 * resolution.
 *
 * @param reopenWindow a ticket is reopened before this has passed, and followed up by a new one from then on
 * @param quietPeriod a resolved ticket is closed once this has passed
 * @param closesOnConfirmation whether a ticket is closed at once when the customer confirms that their needs are met
 */
public record TicketPolicy(Duration reopenWindow, Duration quietPeriod, boolean closesOnConfirmation) {

    /** A window and a quiet period of seven days; a confirmed ticket is closed at once. */
    public static final TicketPolicy STANDARD = new TicketPolicy(Duration.ofDays(7), Duration.ofDays(7), true);

    public TicketPolicy {
        Require.present("reopenWindow", reopenWindow);
        Require.that(!reopenWindow.isNegative(), "reopenWindow", "is negative", "give zero or more");
        Require.present("quietPeriod", quietPeriod);
        Require.that(
                quietPeriod.compareTo(reopenWindow) >= 0,
                "quietPeriod",
                "is shorter than reopenWindow",
                "give one that is at least as long");
    }

    /** The same window and quiet period, and tickets closed at once when the customer confirms. */
    public static TicketPolicy of(Duration reopenWindow, Duration quietPeriod) {
        return new TicketPolicy(reopenWindow, quietPeriod, true);
    }

    /** Leaves a confirmed ticket resolved until its quiet period is over. */
    public TicketPolicy keepingConfirmed() {
        return new TicketPolicy(reopenWindow, quietPeriod, false);
    }

    boolean mayReopen(Ticket ticket, Instant now) {
        return ticket.resolvedAt()
                .filter(resolved -> now.isBefore(resolved.plus(reopenWindow)))
                .isPresent();
    }
}
