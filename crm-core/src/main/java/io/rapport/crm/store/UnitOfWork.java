package io.rapport.crm.store;

import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.id.TenantId;
import java.util.List;

/**
 * The repositories of one tenant in one transaction. Valid only while the work that it was handed to runs; not
 * thread-safe.
 */
public interface UnitOfWork {

    TenantId tenant();

    /**
     * The adapter's implementation of a port, bound to this unit.
     *
     * @throws IllegalArgumentException if the adapter does not implement the port
     */
    <R> R repository(Class<R> port);

    /** The events written so far in this unit, in order. */
    List<RecordedEvent> recorded();

    /**
     * Sends what was saved and waits for the commit. The store calls it before it commits; whoever works inside a larger
     * unit calls it after each piece of work, so that a refusal is told there. Does nothing in stores that save at once.
     */
    default void flush() {}

    /** Whether the store decides on the commit; false when it joined a transaction of the host. */
    boolean ownsTransaction();
}
