package io.rapport.crm.loyalty.reward;

/** Whether a reward can be asked for. */
public enum RewardStatus {
    OFFERED,
    /** For good. What was set aside or redeemed before stays so. */
    WITHDRAWN
}
