package io.rapport.crm.jdbc.internal;

import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The histories of a tenant's aggregates, and what of them waits in the outbox. */
final class EventLog {

    static final Insert EVENT = Insert.into(
            "event", "tenant", "family", "aggregate_id", "sequence_no", "event_type", "occurred_at", "payload");
    static final Insert OUTBOX = Insert.into("outbox", "tenant", "family", "aggregate_id", "sequence_no");

    private static final String HISTORY = """
            SELECT family, aggregate_id, sequence_no, event_type, payload
              FROM {event}
             WHERE tenant = ? AND family = ? AND aggregate_id = ?
             ORDER BY sequence_no""";

    /** An outer join, because H2 would else go through all events of the family and look each up in the array. */
    private static final String HISTORIES = """
            SELECT family, aggregate_id, sequence_no, event_type, payload
              FROM UNNEST(?) AS wanted (wanted_id)
              LEFT JOIN {event} ON tenant = ? AND family = ? AND aggregate_id = wanted_id
             WHERE sequence_no IS NOT NULL
             ORDER BY aggregate_id, sequence_no""";

    private final TenantId tenant;
    private final Session session;
    private final Json json;
    private final List<RecordedEvent> recorded = new ArrayList<>();

    EventLog(TenantId tenant, Session session) {
        this.tenant = tenant;
        this.session = session;
        json = session.json();
    }

    List<RecordedEvent> recorded() {
        return List.copyOf(recorded);
    }

    /** The new events of an aggregate with their places in history. */
    List<RecordedEvent> changes(Aggregate<?, ?> aggregate) {
        List<RecordedEvent> events = new ArrayList<>();
        long sequence = aggregate.savedVersion();
        for (DomainEvent event : aggregate.changes()) {
            sequence++;
            events.add(new RecordedEvent(tenant, aggregate.id(), sequence, event));
        }
        return events;
    }

    /** Makes events and their outbox rows part of a save. */
    GuardedSave with(GuardedSave save, EventFamily family, List<RecordedEvent> events) {
        return save.insert(EVENT, eventRows(family, events)).insert(OUTBOX, outboxRows(family, events));
    }

    /** Writes the events of new aggregates in batches. */
    void add(EventFamily family, Collection<RecordedEvent> events, boolean announced) throws SQLException {
        session.tryBatch(EVENT.one(), eventRows(family, events));
        if (announced) {
            session.tryBatch(OUTBOX.one(), outboxRows(family, events));
            heard(events);
        }
    }

    /** Remembers what was written, for listeners. */
    void heard(Collection<RecordedEvent> events) {
        recorded.addAll(events);
    }

    <E extends DomainEvent> List<E> history(EventFamily family, AggregateId id, Class<E> type) {
        return session.list(
                HISTORY,
                parameters -> parameters.add(tenant).add(family.name()).add(id),
                row -> type.cast(event(row).event()));
    }

    <I extends AggregateId, E extends DomainEvent> Map<I, List<E>> histories(
            EventFamily family, Collection<I> ids, Class<E> type) {
        Map<UUID, I> wanted = new HashMap<>();
        ids.forEach(id -> wanted.put(id.value(), id));
        Map<I, List<E>> histories = new HashMap<>();
        session.list(
                        HISTORIES,
                        parameters -> parameters
                                .addAll("UUID", wanted.keySet().toArray())
                                .add(tenant)
                                .add(family.name()),
                        this::event)
                .forEach(recorded -> histories
                        .computeIfAbsent(wanted.get(recorded.aggregateId().value()), id -> new ArrayList<>())
                        .add(type.cast(recorded.event())));
        return Map.copyOf(histories);
    }

    /** The event in a row that has the columns of {@link #HISTORY}. */
    RecordedEvent event(Row row) throws SQLException {
        EventFamily family = EventFamily.named(row.text("family"));
        return new RecordedEvent(
                tenant,
                family.id().apply(row.id("aggregate_id")),
                row.number("sequence_no"),
                family.read(json, row.text("event_type"), row.text("payload")));
    }

    private List<Parameters.Binder> eventRows(EventFamily family, Collection<RecordedEvent> events) {
        return events.stream()
                .<Parameters.Binder>map(event -> parameters -> parameters
                        .add(tenant)
                        .add(family.name())
                        .add(event.aggregateId())
                        .add(event.sequence())
                        .add(event.event().getClass().getSimpleName())
                        .add(event.event().at())
                        .addJson(event.event()))
                .toList();
    }

    private List<Parameters.Binder> outboxRows(EventFamily family, Collection<RecordedEvent> events) {
        return events.stream()
                .<Parameters.Binder>map(event -> parameters -> parameters
                        .add(tenant)
                        .add(family.name())
                        .add(event.aggregateId())
                        .add(event.sequence()))
                .toList();
    }
}
