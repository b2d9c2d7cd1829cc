package io.rapport.crm.store;

import io.rapport.crm.fault.AlreadyExistsException;
import java.util.List;
import java.util.Optional;

/**
 * What every repository of definitions can do. Each call is one round trip. Opened from a unit of work, for its tenant
 * only; not thread-safe.
 *
 * @param <T> what is defined
 */
public interface DefinitionRepository<T> {

    /** The newest version under a key. */
    Optional<Definition<T>> latest(String key);

    Optional<Definition<T>> find(String key, int version);

    /** The newest version under each key, by key. */
    List<Definition<T>> latest();

    /** Every version under a key, oldest first. */
    List<Definition<T>> versions(String key);

    /**
     * Keeps one more version.
     *
     * @throws AlreadyExistsException naming {@code version} if it is there already
     */
    void add(Definition<T> definition);
}
