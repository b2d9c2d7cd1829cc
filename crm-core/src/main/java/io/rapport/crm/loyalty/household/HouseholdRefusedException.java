package io.rapport.crm.loyalty.household;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.loyalty.LoyaltyAccountId;

/** A household cannot do what was asked of it. Nothing was done. */
public final class HouseholdRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient LoyaltyAccountId account;
    private final HouseholdRefusal reason;

    public HouseholdRefusedException(LoyaltyAccountId account, HouseholdRefusal reason) {
        super(account + ": " + reason.text());
        this.account = account;
        this.reason = reason;
    }

    /** Of whom it was asked. */
    public LoyaltyAccountId account() {
        return account;
    }

    public HouseholdRefusal reason() {
        return reason;
    }
}
