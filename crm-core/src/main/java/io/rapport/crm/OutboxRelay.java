package io.rapport.crm;

import io.rapport.crm.event.CrmListener;
import io.rapport.crm.event.Outbox;
import io.rapport.crm.event.OutboxEntry;
import io.rapport.crm.fault.Require;
import io.rapport.crm.store.Workspace;
import java.util.List;

/**
 * Hands stored events to the outside, at least once and in order for each aggregate. The host calls it from its own
 * schedule, on any number of nodes. Thread-safe.
 */
public final class OutboxRelay {

    private final Workspace workspace;

    OutboxRelay(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Hands the oldest waiting events to a listener, and takes them out of the outbox if it returns. If it throws, they
     * stay and the exception passes through.
     *
     * @param limit how many at the most, from 1 to 10,000
     * @return how many were published; 0 when nothing waits
     */
    public int publish(int limit, CrmListener listener) {
        Require.between("limit", limit, 1, 10_000);
        return workspace.inTransaction(unit -> {
            Outbox outbox = unit.repository(Outbox.class);
            List<OutboxEntry> entries = outbox.next(limit);
            if (!entries.isEmpty()) {
                listener.onEvents(entries.stream().map(OutboxEntry::event).toList());
                outbox.remove(entries);
            }
            return entries.size();
        });
    }

    /** How many events wait. */
    public long size() {
        return workspace.reading(unit -> unit.repository(Outbox.class).size());
    }
}
