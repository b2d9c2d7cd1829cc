package io.rapport.crm.ticket;

/** How much of the customer's affairs a problem stops, the least first. */
public enum TicketImpact {
    LOW,
    NORMAL,
    HIGH
}
