package io.rapport.crm.ticket.sla;

/** What a service level can promise. */
public enum Metric {
    /** From the creation to the first public answer of a person. */
    FIRST_RESPONSE,
    /** After the first response: from the first unanswered message of the customer to the next public answer. */
    NEXT_RESPONSE,
    /** From the last public message of the staff to the next one. */
    PERIODIC_UPDATE,
    /** From the creation to the last time it was resolved. */
    RESOLUTION
}
