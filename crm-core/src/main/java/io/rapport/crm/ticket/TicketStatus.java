package io.rapport.crm.ticket;

/** Where a ticket stands. */
public enum TicketStatus {
    /** Nobody has taken it up yet. */
    NEW,
    /** The staff is working on it. */
    OPEN,
    /** The customer has to answer before work goes on. */
    WAITING_CUSTOMER,
    /** Somebody else, such as a carrier, has to act before work goes on. */
    WAITING_THIRD_PARTY,
    /** Work goes on at an instant that was agreed on. */
    SCHEDULED,
    /** Put right, as far as the staff knows; the customer may still disagree. */
    RESOLVED,
    /** Done for good. */
    CLOSED,
    /** Goes on in another ticket, into which it was merged. */
    MERGED,
    /** Given up, such as spam or something opened by mistake. */
    CANCELLED;

    /** Whether work is still owed. */
    public boolean live() {
        return compareTo(RESOLVED) < 0;
    }

    /** Whether work stands still until somebody acts or an instant comes. */
    public boolean waiting() {
        return this == WAITING_CUSTOMER || this == WAITING_THIRD_PARTY || this == SCHEDULED;
    }
}
