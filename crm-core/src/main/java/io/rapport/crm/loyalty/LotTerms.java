package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What is fixed about a lot of points when it is made.
 *
 * @param earnedAt since when it counts, which may be before it was recorded
 * @param activatesAt from when it can be used
 * @param expiresAt until when it can be used, exclusive; empty if it never expires, or slides
 * @param sliding whether it expires with all sliding points of the account
 * @param costPerPoint what a point costs the host
 * @param qualifying whether it counts for tiers
 * @param ruleVersion the version of the program by whose rules it was earned; 0 if none was defined
 * @param basis what it was earned on, in the unit of the earning rules, such as cents; 0 if on nothing that can be
 *     refunded in part
 * @param order the host's reference of what it was earned on
 */
public record LotTerms(
        Instant earnedAt,
        Instant activatesAt,
        Optional<Instant> expiresAt,
        boolean sliding,
        BigDecimal costPerPoint,
        boolean qualifying,
        int ruleVersion,
        long basis,
        Optional<String> order) {

    static final int DECIMALS = 6;

    public LotTerms {
        Require.present("earnedAt", earnedAt);
        Require.present("activatesAt", activatesAt);
        Require.present("expiresAt", expiresAt);
        Require.that(
                expiresAt.isEmpty() || activatesAt.isBefore(expiresAt.get()),
                "expiresAt",
                "is not after the points can first be used",
                "let them expire later");
        costPerPoint = plain(Require.present("costPerPoint", costPerPoint));
        Require.notNegative("basis", basis);
        Require.present("order", order);
    }

    /**
     * For active points that came from such a lot and were not earned on anything: they never count for tiers, cannot be
     * refunded, and expire at a fixed time if at all.
     */
    LotTerms movedOn(Instant now, Optional<Instant> until) {
        Instant active = activatesAt.isBefore(now) ? activatesAt : now;
        return new LotTerms(earnedAt, active, until, false, costPerPoint, false, ruleVersion, 0, Optional.empty());
    }

    /** One form for each number, so that equal costs are equal. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
