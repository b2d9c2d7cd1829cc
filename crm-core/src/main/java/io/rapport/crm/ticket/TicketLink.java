package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * A pointer from a ticket to another.
 *
 * @param ticket the other
 */
public record TicketLink(
        @NotNull LinkKind kind, @NotNull @Valid TicketId ticket) {

    public TicketLink {
        Require.present("kind", kind);
        Require.present("ticket", ticket);
    }

    public static TicketLink followUpOf(TicketId ticket) {
        return new TicketLink(LinkKind.FOLLOW_UP_OF, ticket);
    }

    public static TicketLink duplicateOf(TicketId ticket) {
        return new TicketLink(LinkKind.DUPLICATE_OF, ticket);
    }

    public static TicketLink related(TicketId ticket) {
        return new TicketLink(LinkKind.RELATED, ticket);
    }
}
