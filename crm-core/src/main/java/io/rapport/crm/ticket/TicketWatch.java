package io.rapport.crm.ticket;

import java.time.Instant;
import java.util.Optional;

/**
 * When a ticket has to be looked at next, for the sake of its promises.
 *
 * @param version the version that was looked at; once the ticket has changed it must be looked at anew
 * @param next empty if nothing will come due unless something happens to it
 */
public record TicketWatch(TicketId ticket, long version, Optional<Instant> next) {}
