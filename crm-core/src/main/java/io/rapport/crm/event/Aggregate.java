package io.rapport.crm.event;

import io.rapport.crm.id.AggregateId;
import java.util.List;

/**
 * An immutable thing with an identity whose state is the fold of its events. A verb returns the next state and never
 * touches this one, so aggregates are thread-safe.
 *
 * @param <I> its typed id
 * @param <E> its sealed family of events
 */
public interface Aggregate<I extends AggregateId, E extends DomainEvent> {

    I id();

    /** How many events made this state; 1 for the first. */
    long version();

    /** The events since it was loaded, oldest first; what a save will write. */
    List<E> changes();

    /** The version that the store must still hold for these changes to be saved; 0 for a new aggregate. */
    default long savedVersion() {
        return version() - changes().size();
    }
}
