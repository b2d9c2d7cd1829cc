package io.rapport.crm.loyalty.reward;

/** Whether a coupon can be used at all. */
public enum CouponStatus {
    ACTIVE,
    VOIDED
}
