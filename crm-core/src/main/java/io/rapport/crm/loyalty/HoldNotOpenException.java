package io.rapport.crm.loyalty;

import io.rapport.crm.fault.CrmException;

/** A hold was committed or voided before, is over, or never was. Nothing was changed. */
public final class HoldNotOpenException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient LoyaltyAccountId account;
    private final long hold;

    public HoldNotOpenException(LoyaltyAccountId account, long hold) {
        super(account + " has no open hold #" + hold + ": reserve the points again");
        this.account = account;
        this.hold = hold;
    }

    public LoyaltyAccountId account() {
        return account;
    }

    public long hold() {
        return hold;
    }
}
