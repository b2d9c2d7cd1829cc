package io.rapport.crm.interaction;

/** Which way a contact went, seen from the host. */
public enum Direction {
    /** From the customer. */
    IN,
    /** To the customer. */
    OUT
}
