package io.rapport.crm.loyalty;

import io.rapport.crm.store.CommandRecord;
import java.util.Optional;

/**
 * An account that no other unit of work can change until this one ends.
 *
 * @param earlier what the command key did before; empty if it was not used
 */
public record LockedAccount(LoyaltyAccount account, Optional<CommandRecord> earlier) {}
