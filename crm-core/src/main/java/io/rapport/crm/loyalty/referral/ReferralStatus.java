package io.rapport.crm.loyalty.referral;

/** Where a referral stands. */
public enum ReferralStatus {
    /** The friend has not bought, or can still return what they bought. */
    PENDING,
    /** Both sides are paid. */
    QUALIFIED,
    /** The friend's order was refunded after both sides were paid, and the points of both were taken back. */
    REVERSED,
    /** The friend did not buy in time. */
    EXPIRED
}
