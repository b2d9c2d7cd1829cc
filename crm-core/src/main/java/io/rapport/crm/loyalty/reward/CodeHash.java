package io.rapport.crm.loyalty.reward;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What is stored of a coupon's code.
 *
 * @param hash 64 hexadecimal digits
 */
public record CodeHash(CouponId coupon, String hash) {

    /** How many of the first digits coupons are looked up by. */
    public static final int START = 16;

    static CodeHash of(CouponId coupon, CouponCode code) {
        return new CodeHash(coupon, code.hash());
    }

    /** The digits by which it is looked up. */
    public String start() {
        return hash.substring(0, START);
    }

    /** Takes the same time wherever the codes differ. */
    boolean matches(CouponCode code) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), code.hash().getBytes(StandardCharsets.US_ASCII));
    }

    /** Which coupon only. */
    @Override
    public String toString() {
        return "CodeHash[" + coupon + "]";
    }
}
