package io.rapport.crm.ticket;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where tickets are kept. Saving refuses, with {@link AlreadyExistsException}, an external id that is taken. */
public interface TicketRepository extends AggregateRepository<TicketId, Ticket, TicketEvent> {

    /** Which of these external ids exist, and the tickets that have them; one round trip. */
    Map<ExternalId, Ticket> byExternalIds(Collection<ExternalId> externalIds);

    /** Every ticket, by (openedAt, id). */
    Page<Ticket> page(PageRequest request);

    /** The tickets of a customer, the latest first. */
    Page<Ticket> page(CustomerId customer, PageRequest request);

    /** The tickets in a state, by (openedAt, id). */
    Page<Ticket> page(TicketStatus status, PageRequest request);

    /** The live tickets of a customer, the latest first. */
    Page<Ticket> live(CustomerId customer, PageRequest request);

    /** The live tickets that are assigned to somebody, by (openedAt, id). */
    Page<Ticket> live(Actor assignee, PageRequest request);

    /** Waiting tickets whose {@link Ticket#wakeAt()} is not after {@code now}, by (wakeAt, id); reads only those, by index. */
    List<Ticket> due(Instant now, int limit);

    /** Tickets that are resolved since {@code until} or earlier, by (resolvedAt, id); reads only those, by index. */
    List<Ticket> resolvedUntil(Instant until, int limit);

    /** Tickets whose {@link Ticket#surveyDueAt()} is not after {@code now}, by (surveyDueAt, id); reads only those, by index. */
    List<Ticket> surveysDue(Instant now, int limit);

    /**
     * Live tickets that are agreed on and have to be looked at because something happened to them, or because the instant
     * that {@link #watch} named has come; by (that instant, id). Reads only those, by index.
     */
    List<Ticket> watched(Instant now, int limit);

    /** Says when tickets have to be looked at next; passes over those that changed since. One round trip. */
    void watch(Collection<TicketWatch> watches);

    /** What each of these has to do; those without any ticket are left out. One round trip. */
    Map<Actor, Workload> workloads(Collection<Actor> staff);

    /** How many tickets are in each state; states without tickets are left out. */
    Map<TicketStatus, Long> countByStatus();

    /**
     * Saves new tickets in few round trips, all or none.
     *
     * @param announced whether their events also go to the outbox
     */
    void saveNew(Collection<Ticket> tickets, boolean announced);
}
