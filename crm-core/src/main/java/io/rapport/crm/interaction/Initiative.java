package io.rapport.crm.interaction;

/** Who had the idea. */
public enum Initiative {
    /** The host approached the customer. */
    PROACTIVE,
    /** The host answered what the customer began. */
    REACTIVE
}
