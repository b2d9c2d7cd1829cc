package io.rapport.crm.loyalty;

/** What a lot's free points wait for. */
public enum LotPhase {
    /** To become active. */
    PENDING,
    /** To be used, or to expire at their own time if they do. */
    ACTIVE,
    /** To be used, or to expire with the sliding points of their account. */
    SLIDING,
    /** For a hold to end: none are free, but some are held. */
    HELD,
    /** Nothing: none are left. */
    EMPTY
}
