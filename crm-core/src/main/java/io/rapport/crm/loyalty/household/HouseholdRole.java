package io.rapport.crm.loyalty.household;

/** What a member of a household is. */
public enum HouseholdRole {
    /** The one who is responsible: may always redeem, and gets what is left when the household is dissolved. */
    HEAD,
    /** Earns, and redeems where the terms of the household allow it. */
    MEMBER
}
