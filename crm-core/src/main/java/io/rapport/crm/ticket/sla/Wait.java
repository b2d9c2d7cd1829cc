package io.rapport.crm.ticket.sla;

/** Why a ticket is parked. */
public enum Wait {
    CUSTOMER,
    THIRD_PARTY,
    SCHEDULED
}
