package io.rapport.crm.interaction;

/** How a customer felt in a contact, as the host judged it. */
public enum Sentiment {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
