package io.rapport.crm.loyalty.referral;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;

/**
 * What a referral pays, and when.
 *
 * @param referrerPoints for who brought the friend; 0 for nothing
 * @param friendPoints for the friend; 0 for nothing
 * @param returnWindow how long after it was paid an order can be returned; not negative
 * @param validity how long the friend has for the first order; above zero
 */
public record ReferralTerms(
        @PositiveOrZero long referrerPoints,
        @PositiveOrZero long friendPoints,
        @NotNull Duration returnWindow,
        @NotNull Duration validity) {

    @Constructible(ReferralTerms.class)
    public ReferralTerms {
        Require.that(referrerPoints >= 0, "referrerPoints", "are " + referrerPoints, "give 0 or more");
        Require.that(friendPoints >= 0, "friendPoints", "are " + friendPoints, "give 0 or more");
        Require.that(
                !Require.present("returnWindow", returnWindow).isNegative(),
                "returnWindow",
                "is negative",
                "give zero or more");
        Duration lasting = Require.present("validity", validity);
        Require.that(!lasting.isNegative() && !lasting.isZero(), "validity", "is not above zero", "give some time");
    }
}
