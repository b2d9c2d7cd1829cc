package io.rapport.crm.ticket.returns;

import java.util.Arrays;
import java.util.Set;

/**
 * How far a whole return has come, which follows from its lines: the least advanced state in which any unit waits, or
 * how it ended.
 */
public enum ReturnStatus {
    /** Some unit waits for a decision. */
    REQUESTED,
    /** All is decided; some unit waits to be received, or to be refunded without a return. */
    APPROVED,
    /** Some unit waits for inspection. */
    RECEIVED,
    /** Some unit waits for its outcome. */
    INSPECTED,
    /** Every unit was rejected, or has its outcome; at least one has. */
    SETTLED,
    /** Every unit was rejected. */
    REJECTED;

    /** Whether something is still to be done about a return in this state. */
    public boolean isOpen() {
        return this != SETTLED && this != REJECTED;
    }

    static ReturnStatus of(Set<LineState> states) {
        return Arrays.stream(LineState.values())
                .filter(state -> state.isOpen() && states.contains(state))
                .findFirst()
                .map(state -> valueOf(state.name()))
                .orElse(states.equals(Set.of(LineState.REJECTED)) ? REJECTED : SETTLED);
    }
}
