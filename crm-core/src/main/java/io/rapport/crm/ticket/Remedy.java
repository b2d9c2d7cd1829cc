package io.rapport.crm.ticket;

/** What a customer is given for a complaint. */
public enum Remedy {
    APOLOGY,
    REFUND,
    VOUCHER,
    POINTS
}
