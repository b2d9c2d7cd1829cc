package io.rapport.crm.store.memory;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.CrmStore;
import io.rapport.crm.store.UnitOfWork;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Keeps everything in the heap of this process and forgets it with the process. Units of work of one tenant run one
 * after the other; different tenants do not wait for each other. Thread-safe.
 */
public final class InMemoryCrmStore implements CrmStore {

    private final ConcurrentMap<TenantId, MemoryTenant> tenants = new ConcurrentHashMap<>();

    /** An empty store. */
    public InMemoryCrmStore() {}

    @Override
    public <R> R inTransaction(TenantId tenant, Function<UnitOfWork, R> work) {
        return tenant(tenant).inTransaction(work);
    }

    @Override
    public <R> R reading(TenantId tenant, Function<UnitOfWork, R> work) {
        return tenant(tenant).reading(work);
    }

    private MemoryTenant tenant(TenantId tenant) {
        return tenants.computeIfAbsent(Require.present("tenant", tenant), MemoryTenant::new);
    }
}
