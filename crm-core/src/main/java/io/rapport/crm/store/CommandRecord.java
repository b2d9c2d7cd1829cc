package io.rapport.crm.store;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.CommandKey;
import java.util.UUID;

/**
 * What a command key did the first time.
 *
 * @param payload a digest of everything that the command asked for
 * @param aggregate the aggregate that it changed
 * @param sequence the event that is its result, in that aggregate's history
 */
public record CommandRecord(CommandKey key, String payload, UUID aggregate, long sequence) {

    public CommandRecord {
        Require.present("key", key);
        Require.text("payload", payload, 64);
        Require.present("aggregate", aggregate);
        Require.positive("sequence", sequence);
    }

    /**
     * This record, if the command that is asked for now is the one it remembers.
     *
     * @throws IdempotencyConflictException unless the same payload is asked for again
     */
    public CommandRecord confirm(String askedPayload) {
        if (!payload.equals(askedPayload)) {
            throw new IdempotencyConflictException(key);
        }
        return this;
    }
}
