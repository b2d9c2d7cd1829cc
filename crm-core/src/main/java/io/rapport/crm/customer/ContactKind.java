package io.rapport.crm.customer;

/** What a contact point is an address of. */
public enum ContactKind {
    EMAIL,
    PHONE
}
