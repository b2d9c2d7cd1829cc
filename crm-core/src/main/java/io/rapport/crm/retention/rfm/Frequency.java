package io.rapport.crm.retention.rfm;

/** What is counted as F. */
public enum Frequency {
    /** Distinct local days with a purchase. */
    PURCHASE_DAYS,
    /** Purchases, several on one day included. */
    ORDERS
}
