package io.rapport.crm.loyalty.tier;

import io.rapport.crm.fault.Require;

/**
 * A tier of a program.
 *
 * @param name unique in its plan, at most 64 characters
 * @param threshold from how many points a customer is in it
 * @param benefits what it brings
 */
public record Tier(String name, long threshold, TierBenefits benefits) {

    static final int MAX_NAME = 64;

    public Tier {
        Require.text("tier", name, MAX_NAME);
        Require.notNegative("threshold", threshold);
        Require.present("benefits", benefits);
    }

    /** Without benefits. */
    public static Tier of(String name, long threshold) {
        return new Tier(name, threshold, TierBenefits.NONE);
    }

    public Tier with(TierBenefits gifts) {
        return new Tier(name, threshold, gifts);
    }
}
