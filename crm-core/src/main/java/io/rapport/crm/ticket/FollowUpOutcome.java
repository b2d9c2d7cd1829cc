package io.rapport.crm.ticket;

/** What the customer answered. */
public enum FollowUpOutcome {
    NEEDS_MET,
    /** Something is still to be done: reopen the ticket, or open another. */
    NEEDS_NOT_MET
}
