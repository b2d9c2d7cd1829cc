package io.rapport.crm.loyalty.tier;

/** What thresholds are compared with. */
public enum TierBasis {
    /** Points that were earned and qualify, less what refunds took back of them. Spending changes nothing. */
    QUALIFYING,
    /** The points that can be redeemed, so that spending them counts. */
    BALANCE
}
