package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The tickets that were opened from an instant on and before another, batch by batch, never all at once. */
record OpenedTickets(TicketDesk desk, Instant from, Instant until) {

    private static final int BATCH = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    OpenedTickets {
        Require.present("from", from);
        Require.that(
                Require.present("until", until).isAfter(from), "until", "is not after from", "give a later instant");
    }

    /** Hands over those that are wanted, with their histories; two round trips for each batch. */
    void each(Predicate<Ticket> wanted, BiConsumer<Ticket, List<TicketEvent>> consumer) {
        Optional<Cursor> place = Optional.of(new Cursor(from, BEFORE_ALL));
        while (place.isPresent()) {
            PageRequest request = PageRequest.after(place.get(), BATCH);
            Page<Ticket> page = desk.reading(tickets -> tickets.page(request));
            hand(
                    page.items().stream()
                            .filter(ticket -> ticket.openedAt().isBefore(until))
                            .filter(wanted)
                            .toList(),
                    consumer);
            place = page.next().filter(next -> next.at().isBefore(until));
        }
    }

    private void hand(List<Ticket> batch, BiConsumer<Ticket, List<TicketEvent>> consumer) {
        if (batch.isEmpty()) {
            return;
        }
        List<TicketId> ids = batch.stream().map(Ticket::id).toList();
        Map<TicketId, List<TicketEvent>> histories = desk.reading(tickets -> tickets.histories(ids));
        batch.forEach(ticket -> consumer.accept(ticket, Objects.requireNonNull(histories.get(ticket.id()))));
    }
}
