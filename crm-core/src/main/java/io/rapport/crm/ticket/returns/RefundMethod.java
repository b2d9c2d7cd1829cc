package io.rapport.crm.ticket.returns;

/** How a customer gets money back. */
public enum RefundMethod {
    /** Paid back. */
    MONEY,
    /** Kept for later purchases. */
    STORE_CREDIT
}
