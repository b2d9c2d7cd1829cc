package io.rapport.crm.ticket;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.List;

/**
 * Where follow-ups are kept. Saving refuses, with {@link AlreadyExistsException}, a second one for the same resolution of
 * a ticket.
 */
public interface FollowUpRepository extends AggregateRepository<FollowUpId, FollowUp, FollowUpEvent> {

    /** All follow-ups of a ticket, in the order of its resolutions; one round trip. */
    List<FollowUp> ofTicket(TicketId ticket);

    /** What somebody has to ask, by (due, id); reads only that, by index. */
    Page<FollowUp> scheduled(Actor owner, PageRequest request);

    /** What somebody should have asked before {@code now}, by (due, id); reads only that, by index. */
    Page<FollowUp> overdue(Instant now, Actor owner, PageRequest request);
}
