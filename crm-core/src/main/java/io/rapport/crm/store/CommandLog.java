package io.rapport.crm.store;

import io.rapport.crm.id.CommandKey;
import java.util.Optional;

/**
 * Which command keys of a tenant were used, and for what. Written in the same transaction as the effect, so that a key
 * is known if and only if its effect was committed. Opened from a unit of work; not thread-safe.
 */
public interface CommandLog {

    Optional<CommandRecord> find(CommandKey key);

    /**
     * Remembers a command with its effect.
     *
     * @throws IdempotencyConflictException if the key was used meanwhile
     */
    void add(CommandRecord command);
}
