package io.rapport.crm.loyalty.reward;

/**
 * A new coupon with its code, which is told this once.
 *
 * @param code give it to the customer; it cannot be read again
 */
public record IssuedCoupon(Coupon coupon, CouponCode code) {}
