package io.rapport.crm.contract;

import io.rapport.crm.Crm;
import io.rapport.crm.id.IdGenerator;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.CrmStore;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the contracts share. Each test works for a tenant of its own, so that a store may be used for many tests, and by
 * many at once.
 */
public abstract class StoreContract {

    protected static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00.123456Z");

    protected final SettableClock clock = new SettableClock(MONDAY);
    protected final IdGenerator ids = IdGenerator.timeOrdered();
    protected final TenantId tenant = TenantId.of("tenant-" + UUID.randomUUID());
    protected final TenantId otherTenant = TenantId.of("other-" + UUID.randomUUID());

    /** The store under test. */
    protected abstract CrmStore store();

    protected final Crm crm() {
        return Crm.builder().store(store()).tenant(tenant).clock(clock).ids(ids).build();
    }

    protected final Crm otherCrm() {
        return crm().forTenant(otherTenant);
    }

    /** Writes through one port in a transaction. */
    protected final <P> void write(Class<P> port, Consumer<P> work) {
        store().inTransaction(tenant, unit -> {
            work.accept(unit.repository(port));
            return true;
        });
    }

    /** Reads through one port. */
    protected final <P, R> R read(Class<P> port, Function<P, R> work) {
        return store().reading(tenant, unit -> work.apply(unit.repository(port)));
    }

    /** Now, a minute after the last time this was asked. */
    protected final Instant aMinuteLater() {
        clock.move(Duration.ofMinutes(1));
        return clock.instant();
    }
}
