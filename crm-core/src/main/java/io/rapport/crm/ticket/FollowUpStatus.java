package io.rapport.crm.ticket;

/** Where a follow-up stands. */
public enum FollowUpStatus {
    /** Somebody is to ask. */
    SCHEDULED,
    /** Somebody asked. */
    DONE,
    /** Left out on purpose, with a reason. */
    WAIVED,
    /** The ticket was reopened before anybody asked. */
    CANCELLED
}
