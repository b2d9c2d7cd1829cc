package io.rapport.crm.store;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.AggregateId;

/**
 * A save was refused because somebody else saved the same aggregate since it was loaded. Nothing was written. Load it
 * again, look at what changed, and decide again.
 */
public final class StaleAggregateException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient AggregateId id;
    private final long expectedVersion;
    private final long foundVersion;

    public StaleAggregateException(AggregateId id, long expectedVersion, long foundVersion) {
        super(id + " was expected at version " + expectedVersion + " but is stored at version " + foundVersion
                + ": load it again and repeat the change");
        this.id = id;
        this.expectedVersion = expectedVersion;
        this.foundVersion = foundVersion;
    }

    public AggregateId id() {
        return id;
    }

    /** The version that the refused change was based on; 0 for one that was expected to be new. */
    public long expectedVersion() {
        return expectedVersion;
    }

    /** The version that the store holds; 0 if it holds none. */
    public long foundVersion() {
        return foundVersion;
    }
}
