package io.rapport.crm.interaction;

/** What a contact was for. */
public enum Purpose {
    SERVICE,
    SALES,
    MARKETING,
    FEEDBACK
}
