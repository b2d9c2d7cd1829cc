package io.rapport.crm.loyalty.tier;

/** How far a customer goes down who did not keep a tier. */
public enum Downgrade {
    /** To the tier below, at most. */
    ONE_STEP,
    /** To the tier that the points are enough for. */
    FULL,
    /** Not at all. */
    NONE
}
