package io.rapport.crm.store;

import io.rapport.crm.id.TenantId;
import java.util.function.Function;

/**
 * Where customer relations are kept. A host picks an adapter: in memory, JDBC, or its own; {@code AllContracts} in
 * the published test-jar says what an adapter must keep. Thread-safe.
 */
public interface CrmStore {

    /**
     * Runs work as one unit: everything it does through the repositories commits together when it returns, and nothing
     * stays when it throws. Never nested on one thread: work uses the unit that it was handed.
     *
     * @throws IllegalStateException when called from inside a unit of work of this store on the same thread
     */
    <R> R inTransaction(TenantId tenant, Function<UnitOfWork, R> work);

    /**
     * Runs work that only reads. Cheaper than a transaction where the store can make it so; two reads in it may see
     * different states.
     */
    <R> R reading(TenantId tenant, Function<UnitOfWork, R> work);
}
