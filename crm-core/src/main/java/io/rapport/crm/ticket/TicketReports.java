package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.Require;
import io.rapport.crm.ticket.sla.ServiceClocks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How promises were kept over many tickets. Reads the tickets that were opened from {@code from} on and before
 * {@code until} in two round trips for each 500, never all at once. Thread-safety is that of {@link Tickets}.
 */
public final class TicketReports {

    private final TicketDesk desk;

    TicketReports(TicketDesk desk) {
        this.desk = desk;
    }

    /**
     * How often what was promised was kept so far, by the month in which a ticket was opened, its team and its priority.
     *
     * @param zone in which months begin
     */
    public AttainmentReport attainment(Instant from, Instant until, ZoneId zone) {
        Require.present("zone", zone);
        Instant now = desk.workspace().now();
        ServiceTerms terms = new ServiceTerms(desk.workspace(), desk.calendars());
        AttainmentTally tally = new AttainmentTally(zone);
        new OpenedTickets(desk, from, until)
                .each(
                        every -> true,
                        (ticket, history) -> tally.add(
                                ticket, ServiceClocks.of(TicketTimeline.of(history), terms.agreements(history), now)));
        return tally.result();
    }

    /**
     * Pause abuse: when tickets were parked although the customer was waiting for an answer, by ticket and time.
     *
     * @param atLeast shorter times are left out
     */
    public List<IdleWait> idleWaits(Instant from, Instant until, Duration atLeast) {
        Require.present("atLeast", atLeast);
        Instant now = desk.workspace().now();
        ImmutableList.Builder<IdleWait> found = ImmutableList.builder();
        new OpenedTickets(desk, from, until)
                .each(
                        every -> true,
                        (ticket, history) -> IdleWaits.of(history, now).stream()
                                .filter(span -> span.lasted(now).compareTo(atLeast) >= 0)
                                .forEach(found::add));
        return found.build();
    }
}
