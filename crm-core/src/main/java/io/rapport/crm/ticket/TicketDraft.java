package io.rapport.crm.ticket;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.ExternalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The next state of a ticket while it is being made. */
final class TicketDraft {

    private final TicketId id;
    private final CustomerId customer;
    private final TicketKind kind;
    private final String subject;
    private final Optional<ExternalId> externalId;
    private final Instant openedAt;
    private TicketStatus status;
    private Optional<Instant> firstResponseAt;
    private Optional<Instant> resolvedAt;
    private Optional<Instant> closedAt;
    private Optional<Resolution> resolution;
    private int reopens;
    long version;
    List<TicketEvent> changes;

    TicketDraft(Ticket from) {
        id = from.id();
        customer = from.customer();
        kind = from.kind();
        subject = from.subject();
        externalId = from.externalId();
        openedAt = from.openedAt();
        status = from.status();
        firstResponseAt = from.firstResponseAt();
        resolvedAt = from.resolvedAt();
        closedAt = from.closedAt();
        resolution = from.resolution();
        reopens = from.reopens();
        version = from.version();
        changes = from.changes();
    }

    void apply(TicketEvent event) {
        if (event instanceof TicketEvent.CustomerReplied) {
            status = status == TicketStatus.WAITING_CUSTOMER ? TicketStatus.OPEN : status;
        } else if (event instanceof TicketEvent.StaffReplied) {
            status = status == TicketStatus.NEW ? TicketStatus.OPEN : status;
            firstResponseAt = firstResponseAt.or(() -> Optional.of(event.at()));
        } else if (event instanceof TicketEvent.Parked parked) {
            status = parked.waitingFor().status();
        } else if (event instanceof TicketEvent.Resumed) {
            status = TicketStatus.OPEN;
        } else if (event instanceof TicketEvent.Resolved resolved) {
            status = TicketStatus.RESOLVED;
            resolvedAt = Optional.of(resolved.at());
            resolution = Optional.of(resolved.resolution());
        } else if (event instanceof TicketEvent.Reopened) {
            status = TicketStatus.OPEN;
            resolvedAt = Optional.empty();
            resolution = Optional.empty();
            reopens++;
        } else if (event instanceof TicketEvent.Closed) {
            status = TicketStatus.CLOSED;
            closedAt = Optional.of(event.at());
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow an opening");
        }
    }

    Ticket build() {
        return new Ticket(
                id,
                customer,
                kind,
                subject,
                status,
                externalId,
                openedAt,
                firstResponseAt,
                resolvedAt,
                closedAt,
                resolution,
                reopens,
                version,
                changes);
    }
}
