package io.rapport.crm.store.memory;

import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.StaleAggregateException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the repositories of all aggregates share: versions, states and histories. */
abstract class MemoryAggregates<I extends AggregateId, A extends Aggregate<I, E>, E extends DomainEvent>
        implements AggregateRepository<I, A, E> {

    private final Class<E> eventType;
    private final MemoryEvents events;
    private final JournaledMap<I, A> states;

    MemoryAggregates(Class<E> eventType, Journal journal, MemoryEvents events) {
        this.eventType = eventType;
        this.events = events;
        states = new JournaledMap<>(journal);
    }

    /** Refuses a state that breaks a unique key, before anything is written. */
    abstract void requireUnique(A next);

    /** The state without unsaved changes. */
    abstract A saved(A aggregate);

    /** Keeps look-ups up to date. */
    abstract void index(Optional<A> before, A after);

    @Override
    public final Optional<A> find(I id) {
        return states.get(id);
    }

    @Override
    public final void save(A aggregate) {
        save(aggregate, true);
    }

    public final void saveNew(Collection<A> aggregates, boolean announced) {
        aggregates.forEach(aggregate -> save(aggregate, announced));
    }

    @Override
    public final List<E> history(I id) {
        return events.history(id).stream()
                .map(RecordedEvent::event)
                .map(eventType::cast)
                .toList();
    }

    @Override
    public final Map<I, List<E>> histories(Collection<I> ids) {
        return ids.stream()
                .distinct()
                .filter(id -> find(id).isPresent())
                .collect(Collectors.toUnmodifiableMap(id -> id, this::history));
    }

    final Collection<A> all() {
        return states.values();
    }

    private void save(A aggregate, boolean announced) {
        Optional<A> before = states.get(aggregate.id());
        long found = before.map(Aggregate::version).orElse(0L);
        if (found != aggregate.savedVersion()) {
            throw new StaleAggregateException(aggregate.id(), aggregate.savedVersion(), found);
        }
        if (aggregate.changes().isEmpty()) {
            return;
        }
        requireUnique(aggregate);
        A after = saved(aggregate);
        states.put(aggregate.id(), after);
        index(before, after);
        events.append(aggregate, announced);
    }
}
