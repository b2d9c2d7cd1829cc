package io.rapport.crm.ticket;

/** What a customer came with. */
public enum TicketKind {
    QUESTION,
    INCIDENT,
    ORDER_HELP,
    TECHNICAL,
    COMPLAINT,
    RETURN
}
