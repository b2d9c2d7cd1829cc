package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.CrmException;

/** A coupon cannot be used. Nothing was done. */
public final class CouponRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient CouponId coupon;
    private final CouponRefusal reason;
    private final long used;
    private final long uses;

    public CouponRefusedException(CouponId coupon, CouponRefusal reason, long used, long uses) {
        super(coupon + " was used " + used + " of " + uses + " times; " + reason.text());
        this.coupon = coupon;
        this.reason = reason;
        this.used = used;
        this.uses = uses;
    }

    public CouponId coupon() {
        return coupon;
    }

    public CouponRefusal reason() {
        return reason;
    }

    /** How often it was used. */
    public long used() {
        return used;
    }

    /** How often it can be used in all. */
    public long uses() {
        return uses;
    }
}
