package io.rapport.crm.event;

import java.util.List;

/**
 * Hears what happened, in process, after the commit. It is called on the thread that committed, in order. What it throws
 * is logged and does not undo the commit. It may miss events if the process dies between commit and call, and it is not
 * called for units of work that joined the host's transaction; a host that must not miss any reads the {@link Outbox}.
 */
@FunctionalInterface
public interface CrmListener {

    void onEvents(List<RecordedEvent> events);

    /** Hears nothing. */
    static CrmListener none() {
        return events -> {};
    }
}
