package io.rapport.crm.staff;

/** Kinds of work that an employee can be ready for. */
public enum Task {
    /** The host approaches the customer: promotions, notices, follow-ups. */
    PROACTIVE,
    /** The customer approaches the host: questions, incidents, orders. */
    REACTIVE,
    /** The customer complains. */
    COMPLAINT,
    /** The customer is known to ask for much, and has a handling profile. */
    DEMANDING_CUSTOMER
}
