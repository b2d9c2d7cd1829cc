package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.Require;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.sla.ServiceClocks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * How promises were kept over many tickets. Reads the tickets that were opened from {@code from} on and before
 * {@code until} in two round trips for each thousand, never all at once. Thread-safety is that of {@link Tickets}.
 */
public final class TicketReports {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

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
        each(
                from,
                until,
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
        each(
                from,
                until,
                (ticket, history) -> IdleWaits.of(history, now).stream()
                        .filter(span -> span.lasted(now).compareTo(atLeast) >= 0)
                        .forEach(found::add));
        return found.build();
    }

    private void each(Instant from, Instant until, BiConsumer<Ticket, List<TicketEvent>> consumer) {
        Require.present("from", from);
        Require.that(
                Require.present("until", until).isAfter(from), "until", "is not after from", "give a later instant");
        Optional<PageRequest> next = Optional.of(PageRequest.after(new Cursor(from, BEFORE_ALL), PageRequest.MAX_SIZE));
        while (next.isPresent()) {
            PageRequest request = next.get();
            Page<Ticket> page = desk.reading(tickets -> tickets.page(request));
            List<Ticket> opened = page.items().stream()
                    .filter(ticket -> ticket.openedAt().isBefore(until))
                    .toList();
            Map<TicketId, List<TicketEvent>> histories = desk.reading(
                    tickets -> tickets.histories(opened.stream().map(Ticket::id).toList()));
            opened.forEach(ticket -> consumer.accept(ticket, Objects.requireNonNull(histories.get(ticket.id()))));
            next = opened.size() < page.items().size()
                    ? Optional.empty()
                    : page.next().map(place -> PageRequest.after(place, PageRequest.MAX_SIZE));
        }
    }
}
