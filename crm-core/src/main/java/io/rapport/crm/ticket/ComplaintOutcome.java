package io.rapport.crm.ticket;

/** How far a complaint was found right. */
public enum ComplaintOutcome {
    UPHELD,
    PARTLY,
    REJECTED
}
