package io.rapport.crm.imports;

/** What rows are about. */
public enum ImportKind {
    CUSTOMERS,
    INTERACTIONS,
    ORDERS,
    TICKETS,
    RESPONSES
}
