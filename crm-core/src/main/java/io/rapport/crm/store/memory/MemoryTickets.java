package io.rapport.crm.store.memory;

import com.google.common.collect.ImmutableMap;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.TicketStatus;
import io.rapport.crm.ticket.TicketWatch;
import io.rapport.crm.ticket.Workload;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tickets of a tenant. */
final class MemoryTickets extends MemoryAggregates<TicketId, Ticket, TicketEvent> implements TicketRepository {

    private static final String ALL = "all";

    private final JournaledMap<ExternalId, TicketId> byExternalId;
    private final JournaledMap<TicketId, Instant> watches;
    private final TimeIndex<String, Ticket> byTime;
    private final TimeIndex<CustomerId, Ticket> byCustomer;

    MemoryTickets(Journal journal, MemoryEvents events) {
        super(TicketEvent.class, journal, events);
        Function<Ticket, Cursor> place =
                ticket -> new Cursor(ticket.openedAt(), ticket.id().value());
        byExternalId = new JournaledMap<>(journal);
        watches = new JournaledMap<>(journal);
        byTime = new TimeIndex<>(journal, place);
        byCustomer = new TimeIndex<>(journal, place);
    }

    @Override
    public Map<ExternalId, Ticket> byExternalIds(Collection<ExternalId> externalIds) {
        ImmutableMap.Builder<ExternalId, Ticket> found = ImmutableMap.builder();
        externalIds.stream()
                .distinct()
                .forEach(key -> byExternalId.get(key).flatMap(this::find).ifPresent(ticket -> found.put(key, ticket)));
        return found.buildOrThrow();
    }

    @Override
    public Page<Ticket> page(PageRequest request) {
        return byTime.ascending(ALL, request);
    }

    @Override
    public Page<Ticket> page(CustomerId customer, PageRequest request) {
        return byCustomer.descending(customer, request);
    }

    @Override
    public Page<Ticket> page(TicketStatus status, PageRequest request) {
        return byTime.ascending(ALL, ticket -> ticket.status() == status, request);
    }

    @Override
    public Page<Ticket> live(CustomerId customer, PageRequest request) {
        return byCustomer.descending(customer, ticket -> ticket.status().live(), request);
    }

    @Override
    public Page<Ticket> live(Actor assignee, PageRequest request) {
        Optional<Actor> wanted = Optional.of(assignee);
        return byTime.ascending(
                ALL,
                ticket ->
                        ticket.status().live() && ticket.assignment().assignee().equals(wanted),
                request);
    }

    @Override
    public List<Ticket> due(Instant now, int limit) {
        return until(Ticket::wakeAt, now, limit);
    }

    @Override
    public List<Ticket> resolvedUntil(Instant until, int limit) {
        return until(
                ticket -> ticket.status() == TicketStatus.RESOLVED ? ticket.resolvedAt() : Optional.empty(),
                until,
                limit);
    }

    @Override
    public List<Ticket> surveysDue(Instant now, int limit) {
        return until(Ticket::surveyDueAt, now, limit);
    }

    @Override
    public List<Ticket> watched(Instant now, int limit) {
        return until(ticket -> watches.get(ticket.id()), now, limit);
    }

    @Override
    public void watch(Collection<TicketWatch> seen) {
        seen.stream()
                .filter(watch -> find(watch.ticket())
                        .filter(ticket -> ticket.version() == watch.version())
                        .isPresent())
                .forEach(watch -> watch(watch.ticket(), watch.next()));
    }

    @Override
    public Map<Actor, Workload> workloads(Collection<Actor> staff) {
        ImmutableMap.Builder<Actor, Workload> found = ImmutableMap.builder();
        staff.stream().distinct().forEach(actor -> {
            List<Ticket> theirs = all().stream()
                    .filter(ticket -> ticket.assignment().assignee().equals(Optional.of(actor)))
                    .toList();
            Workload workload = workload(theirs);
            if (!workload.equals(Workload.NONE)) {
                found.put(actor, workload);
            }
        });
        return found.buildOrThrow();
    }

    private static Workload workload(List<Ticket> theirs) {
        long live = theirs.stream().filter(ticket -> ticket.status().live()).count();
        return new Workload(
                (int) live,
                theirs.stream().flatMap(ticket -> ticket.assignedAt().stream()).max(Comparator.naturalOrder()));
    }

    @Override
    public Map<TicketStatus, Long> countByStatus() {
        return Map.copyOf(all().stream().collect(Collectors.groupingBy(Ticket::status, Collectors.counting())));
    }

    @Override
    void requireUnique(Ticket next) {
        next.externalId()
                .flatMap(byExternalId::get)
                .filter(holder -> !holder.equals(next.id()))
                .ifPresent(holder -> {
                    throw new AlreadyExistsException("externalId", holder.toString());
                });
    }

    @Override
    Ticket saved(Ticket ticket) {
        return ticket.saved();
    }

    @Override
    void index(Optional<Ticket> before, Ticket after) {
        after.externalId().ifPresent(key -> byExternalId.put(key, after.id()));
        byTime.put(ALL, after);
        byCustomer.put(after.customer(), after);
        watch(after.id(), after.lookFrom());
    }

    private void watch(TicketId id, Optional<Instant> at) {
        at.ifPresentOrElse(next -> watches.put(id, next), () -> watches.remove(id));
    }

    private List<Ticket> until(Function<Ticket, Optional<Instant>> time, Instant latest, int limit) {
        return all().stream()
                .filter(ticket ->
                        time.apply(ticket).filter(at -> !at.isAfter(latest)).isPresent())
                .sorted(Comparator.comparing(
                                (Ticket ticket) -> time.apply(ticket).orElseThrow())
                        .thenComparing(ticket -> ticket.id().value()))
                .limit(limit)
                .toList();
    }
}
