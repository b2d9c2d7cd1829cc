package io.rapport.crm.ticket;

/** How soon a ticket needs work, the least pressing first. */
public enum TicketPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** The next more pressing one; the highest stays. */
    public TicketPriority higher() {
        return switch (this) {
            case LOW -> NORMAL;
            case NORMAL -> HIGH;
            case HIGH, URGENT -> URGENT;
        };
    }
}
