package io.rapport.crm.playbook;

/** Where a playbook stands. */
public enum PlaybookStatus {
    /** Never published; no ticket can have it. */
    DRAFT,
    /** Its latest version is matched and applied. A draft of the next version may be in the making. */
    PUBLISHED,
    /** No longer applied. Tickets that have a copy keep it. */
    RETIRED
}
