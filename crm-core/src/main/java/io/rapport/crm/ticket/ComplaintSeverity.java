package io.rapport.crm.ticket;

/** How grave a complaint is, the least first. */
public enum ComplaintSeverity {
    MINOR,
    MODERATE,
    SERIOUS,
    CRITICAL
}
