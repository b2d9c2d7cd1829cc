package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Points that were issued together, such as those of a year, and what has become of them: from which breakage is
 * estimated. Points that are neither redeemed nor expired are outstanding. Immutable; cohorts add up.
 *
 * @param issued 0 or more
 * @param redeemed 0 or more
 * @param expired 0 or more; with the redeemed at most those issued
 */
public record PointsCohort(long issued, long redeemed, long expired) implements Serializable {

    /** No points. */
    public static final PointsCohort NONE = new PointsCohort(0, 0, 0);

    public PointsCohort {
        Require.notNegative("issued", issued);
        Require.that(redeemed >= 0 && redeemed <= issued, "redeemed", "is " + redeemed, "give at most those issued");
        Require.that(
                expired >= 0 && expired <= issued - redeemed, "expired", "is " + expired, "give at most what was left");
    }

    /** Both together. Throws ArithmeticException on overflow. */
    public PointsCohort plus(PointsCohort other) {
        return new PointsCohort(
                Math.addExact(issued, other.issued),
                Math.addExact(redeemed, other.redeemed),
                Math.addExact(expired, other.expired));
    }

    public long outstanding() {
        return issued - redeemed - expired;
    }

    /**
     * Of the points whose fate is known, the share that expired: expired / (redeemed + expired), to 6 decimals, half
     * even. Empty if none were redeemed or expired. It overstates breakage while the cohort is young and late
     * redemptions are to come, and understates it where points have not yet had time to expire.
     */
    public Optional<BigDecimal> breakageOfClosed() {
        BigDecimal closed = BigDecimal.valueOf(redeemed).add(BigDecimal.valueOf(expired));
        return closed.signum() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(expired).divide(closed, LotTerms.DECIMALS, RoundingMode.HALF_EVEN));
    }

    /**
     * What the outstanding points will cost: outstanding x cost x rate, exactly.
     *
     * @param redemptionRate the share of them that will be redeemed in the end, from 0 to 1: one less breakage
     */
    public BigDecimal liability(BigDecimal costPerPoint, BigDecimal redemptionRate) {
        Require.that(
                redemptionRate.signum() >= 0 && redemptionRate.compareTo(BigDecimal.ONE) <= 0,
                "redemptionRate",
                "is " + redemptionRate,
                "give a share from 0 to 1");
        return BigDecimal.valueOf(outstanding()).multiply(costPerPoint).multiply(redemptionRate);
    }
}
