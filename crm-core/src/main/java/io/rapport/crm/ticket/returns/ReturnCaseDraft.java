package io.rapport.crm.ticket.returns;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The next state of a return while it is being made. */
final class ReturnCaseDraft {

    private final ReturnId id;
    private final CustomerId customer;
    private final Optional<TicketId> ticket;
    private final Optional<WindowOverride> override;
    private final Actor requestedBy;
    private final Instant requestedAt;
    private List<ReturnLine> lines;
    long version;
    List<ReturnEvent> changes;

    ReturnCaseDraft(ReturnCase from) {
        id = from.id();
        customer = from.customer();
        ticket = from.ticket();
        override = from.override();
        requestedBy = from.requestedBy();
        requestedAt = from.requestedAt();
        lines = from.lines();
        version = from.version();
        changes = from.changes();
    }

    void apply(ReturnEvent event) {
        if (!(event instanceof ReturnEvent.LineEvent moved)) {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow a request");
        }
        lines = IntStream.range(0, lines.size())
                .mapToObj(line -> line == moved.line() ? lines.get(line).evolve(moved) : lines.get(line))
                .collect(ImmutableList.toImmutableList());
    }

    ReturnCase build() {
        return new ReturnCase(id, customer, ticket, lines, override, requestedBy, requestedAt, version, changes);
    }
}
