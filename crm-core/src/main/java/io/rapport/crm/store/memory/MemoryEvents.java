package io.rapport.crm.store.memory;

import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.event.Fact;
import io.rapport.crm.event.Outbox;
import io.rapport.crm.event.OutboxEntry;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The histories of a tenant's aggregates, and its outbox. */
final class MemoryEvents {

    private final TenantId tenant;
    private final Journal journal;
    private final Map<AggregateId, List<RecordedEvent>> histories = new HashMap<>();
    private final JournaledMap<Long, OutboxEntry> waiting;
    private final List<RecordedEvent> recorded = new ArrayList<>();
    private long lastPosition;

    MemoryEvents(TenantId tenant, Journal journal) {
        this.tenant = tenant;
        this.journal = journal;
        waiting = new JournaledMap<>(journal);
    }

    void begin() {
        recorded.clear();
    }

    List<RecordedEvent> recorded() {
        return List.copyOf(recorded);
    }

    /** Writes what is new in an aggregate. */
    void append(Aggregate<?, ?> aggregate, boolean announced) {
        long sequence = aggregate.savedVersion();
        for (DomainEvent event : aggregate.changes()) {
            sequence++;
            append(new RecordedEvent(tenant, aggregate.id(), sequence, event), announced);
        }
    }

    /** Tells of a fact, which is its own history. */
    void announce(Fact<?> fact) {
        announce(new RecordedEvent(tenant, fact.id(), 1, fact.event()));
    }

    List<RecordedEvent> history(AggregateId id) {
        return List.copyOf(histories.getOrDefault(id, List.of()));
    }

    Outbox outbox() {
        return new Outbox() {
            @Override
            public List<OutboxEntry> next(int limit) {
                return waiting.values().stream().limit(limit).toList();
            }

            @Override
            public void remove(Collection<OutboxEntry> published) {
                published.forEach(entry -> waiting.remove(entry.position()));
            }

            @Override
            public long size() {
                return waiting.size();
            }
        };
    }

    private void append(RecordedEvent event, boolean announced) {
        List<RecordedEvent> history = histories.computeIfAbsent(event.aggregateId(), unused -> new ArrayList<>());
        journal.add(() -> history.remove(history.size() - 1));
        history.add(event);
        if (announced) {
            announce(event);
        }
    }

    private void announce(RecordedEvent event) {
        lastPosition++;
        waiting.put(lastPosition, new OutboxEntry(lastPosition, event));
        recorded.add(event);
    }
}
