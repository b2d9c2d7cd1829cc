package io.rapport.crm.store;

import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.AggregateId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every repository of aggregates can do. Opened from a unit of work, for its tenant only; not thread-safe.
 *
 * @param <I> the aggregate's id
 * @param <A> the aggregate
 * @param <E> its events
 */
public interface AggregateRepository<I extends AggregateId, A extends Aggregate<I, E>, E extends DomainEvent> {

    /** One round trip. */
    Optional<A> find(I id);

    /**
     * Writes the state, its new events and their outbox entries together. An aggregate without changes writes nothing.
     *
     * @throws StaleAggregateException when the stored version is not {@link Aggregate#savedVersion()}
     */
    void save(A aggregate);

    /** Every event of the aggregate, oldest first; empty if it does not exist. */
    List<E> history(I id);

    /** The same for many aggregates, without those that do not exist; one round trip. */
    Map<I, List<E>> histories(Collection<I> ids);
}
