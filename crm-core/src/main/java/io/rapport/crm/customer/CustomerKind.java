package io.rapport.crm.customer;

/** What a customer is. */
public enum CustomerKind {
    PERSON,
    ORGANISATION
}
