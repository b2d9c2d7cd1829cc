package io.rapport.crm.customer;

/** Where a customer stands in the life of their record. */
public enum CustomerStatus {
    /** Live: found by contact key and external id. */
    ACTIVE,
    /** Taken out by the host. Its contact keys and external ids are free for others; history stays. */
    DELETED
}
