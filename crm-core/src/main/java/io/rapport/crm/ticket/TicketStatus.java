package io.rapport.crm.ticket;

/** Where a ticket stands. */
public enum TicketStatus {
    /** Nobody has answered yet. */
    NEW,
    /** The staff is working on it. */
    OPEN,
    /** The customer has to answer before work goes on. */
    WAITING_CUSTOMER,
    /** Somebody else, such as a carrier, has to act before work goes on. */
    WAITING_THIRD_PARTY,
    /** Put right, as far as the staff knows; the customer may still disagree. */
    RESOLVED,
    /** Done for good. */
    CLOSED;

    /** Whether work is still owed. */
    public boolean live() {
        return this != RESOLVED && this != CLOSED;
    }
}
