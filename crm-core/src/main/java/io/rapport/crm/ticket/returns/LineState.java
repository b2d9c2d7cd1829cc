package io.rapport.crm.ticket.returns;

/** How far a unit of a returned line has come. */
public enum LineState {
    REQUESTED,
    APPROVED,
    REJECTED,
    RECEIVED,
    INSPECTED,
    REFUNDED,
    REPLACED,
    REPAIRED,
    STORE_CREDIT;

    /** Whether something is still to be done about a unit in this state. */
    public boolean isOpen() {
        return this == REQUESTED || this == APPROVED || this == RECEIVED || this == INSPECTED;
    }
}
