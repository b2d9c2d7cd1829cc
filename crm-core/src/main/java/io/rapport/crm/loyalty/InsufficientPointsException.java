package io.rapport.crm.loyalty;

import io.rapport.crm.fault.CrmException;

/** An account has fewer points available than were asked for. Nothing was taken. */
public final class InsufficientPointsException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient LoyaltyAccountId account;
    private final long available;
    private final long asked;

    public InsufficientPointsException(LoyaltyAccountId account, long available, long asked) {
        super(account + " has " + available + " points available and " + asked + " were asked for: ask for at most "
                + available);
        this.account = account;
        this.available = available;
        this.asked = asked;
    }

    public LoyaltyAccountId account() {
        return account;
    }

    /** The points that could have been taken. */
    public long available() {
        return available;
    }

    /** The points that were asked for. */
    public long asked() {
        return asked;
    }
}
