package io.rapport.crm.loyalty;

/** What keeps points alive where their expiry slides. */
public enum ActivityKind {
    /** Points were earned. */
    EARN,
    /** Points were redeemed, or a hold was committed. */
    SPEND
}
