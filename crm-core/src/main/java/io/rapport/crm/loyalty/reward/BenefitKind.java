package io.rapport.crm.loyalty.reward;

/** What kind of thing a reward or a coupon gives. */
public enum BenefitKind {
    /** A part of the order, as a percentage, possibly capped. */
    PERCENT_OFF,
    /** An amount off the order. */
    AMOUNT_OFF,
    FREE_PRODUCT,
    /** Money on a gift card. */
    GIFT,
    /** A code of a voucher campaign of the host. */
    VOUCHER
}
