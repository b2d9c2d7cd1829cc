package io.rapport.crm.loyalty.household;

/** Whether a household still is one. */
public enum HouseholdStatus {
    FORMED,
    DISSOLVED
}
