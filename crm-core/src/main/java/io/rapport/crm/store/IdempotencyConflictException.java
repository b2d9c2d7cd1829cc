package io.rapport.crm.store;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.CommandKey;

/**
 * A command key was used before with another payload. Either the caller reuses keys for different commands, or the same
 * command changed between two tries; both are mistakes that must not move points, money or messages.
 */
public final class IdempotencyConflictException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient CommandKey key;

    public IdempotencyConflictException(CommandKey key) {
        super("command key " + key.value() + " was used before with another payload: give each command its own key");
        this.key = key;
    }

    public CommandKey key() {
        return key;
    }
}
