package io.rapport.crm.ticket;

/** Why a ticket follows a playbook. */
public enum PlaybookTrigger {
    /** Its matching rule held when the ticket was opened. */
    MATCH,
    /** The customer's handling profile names it. */
    HANDLING_PROFILE,
    /** Somebody asked for it. */
    REQUEST,
    /** A level of an escalation fired. */
    ESCALATION
}
