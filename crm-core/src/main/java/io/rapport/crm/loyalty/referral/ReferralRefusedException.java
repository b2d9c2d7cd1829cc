package io.rapport.crm.loyalty.referral;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.loyalty.LoyaltyAccountId;

/** A check refused that a customer brings a friend. Nothing was done. */
public final class ReferralRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient LoyaltyAccountId friend;
    private final String reason;

    public ReferralRefusedException(LoyaltyAccountId friend, String reason) {
        super(friend + " cannot be brought: " + reason + "; name a friend whom the checks of referrals accept");
        this.friend = friend;
        this.reason = reason;
    }

    public LoyaltyAccountId friend() {
        return friend;
    }

    /** The code that the check gave, such as {@code "cycle"}. */
    public String reason() {
        return reason;
    }
}
