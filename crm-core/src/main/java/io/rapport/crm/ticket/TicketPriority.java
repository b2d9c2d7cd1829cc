package io.rapport.crm.ticket;

/** How soon a ticket needs work, the least pressing first. */
public enum TicketPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
