package io.rapport.crm.event;

import java.util.Collection;
import java.util.List;

/**
 * The events of a tenant that are stored but not yet published. An entry is written in the same transaction as the
 * change it tells of, so that an event is published if and only if its change was committed. Delivery is at least once:
 * an entry stays until {@link #remove} commits.
 *
 * <p>Opened from a unit of work and bound to it; not thread-safe.
 */
public interface Outbox {

    /**
     * The oldest entries, in order, locked for this unit of work where the store can, so that two relays do not publish
     * the same entries at once.
     */
    List<OutboxEntry> next(int limit);

    /** Takes published entries out. */
    void remove(Collection<OutboxEntry> published);

    /** How many entries wait. */
    long size();
}
