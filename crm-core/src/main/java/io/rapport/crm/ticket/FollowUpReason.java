package io.rapport.crm.ticket;

/** Why a follow-up may not be left out. */
public enum FollowUpReason {
    COMPLAINT,
    /** The customer is marked demanding. */
    DEMANDING_CUSTOMER,
    /** The customer's handling profile asks for it. */
    HANDLING_PROFILE
}
