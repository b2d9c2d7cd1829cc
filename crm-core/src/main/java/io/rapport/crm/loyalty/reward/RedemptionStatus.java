package io.rapport.crm.loyalty.reward;

/** Where a redemption of a reward stands. */
public enum RedemptionStatus {
    /** Points and units are set aside. */
    RESERVED,
    /** Points are taken; what they buy is still owed. */
    COMMITTED,
    /** The customer has it. */
    FULFILLED,
    /** All of it was cancelled after it was committed. */
    CANCELLED,
    /** It was given up before it was committed. */
    VOIDED,
    /** It was not committed in time. */
    EXPIRED
}
