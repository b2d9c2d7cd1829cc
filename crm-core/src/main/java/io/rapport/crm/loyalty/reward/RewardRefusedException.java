package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.CrmException;

/** A reward cannot be had as asked. Nothing was taken. */
public final class RewardRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient RewardId reward;
    private final RefusalReason reason;
    private final long asked;
    private final long available;

    public RewardRefusedException(RewardId reward, RefusalReason reason, long asked, long available) {
        super(reward + ": " + asked + " asked for, " + available + " available; " + reason.text());
        this.reward = reward;
        this.reason = reason;
        this.asked = asked;
        this.available = available;
    }

    public RewardId reward() {
        return reward;
    }

    public RefusalReason reason() {
        return reason;
    }

    /** The units that were asked for. */
    public long asked() {
        return asked;
    }

    /** The units that could have been had. */
    public long available() {
        return available;
    }
}
