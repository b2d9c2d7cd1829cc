package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What the outstanding points of a program will cost: the sum over lots of what remains, times its cost, times the share
 * that is expected to be redeemed.
 *
 * @param at everything that took effect by then counts
 * @param points those in all lots, held and pending ones included; points that are owed are not taken off
 * @param breakage the share that is expected never to be redeemed, by the program's version then
 * @param byCost the points by what they cost
 */
public record Liability(ProgramId program, Instant at, long points, BigDecimal breakage, List<PointsAtCost> byCost) {

    public Liability {
        byCost = Require.list("byCost", byCost);
    }

    static Liability of(ProgramId program, Instant at, BigDecimal breakage, List<PointsAtCost> byCost) {
        long points = byCost.stream().mapToLong(PointsAtCost::points).reduce(0, Math::addExact);
        return new Liability(program, at, points, breakage, byCost);
    }

    /** What all points would cost, exactly, in the currency of the host's books. */
    public BigDecimal cost() {
        return byCost.stream()
                .map(part -> part.costPerPoint().multiply(BigDecimal.valueOf(part.points())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What those that are expected to be redeemed will cost, exactly. */
    public BigDecimal amount() {
        return cost().multiply(BigDecimal.ONE.subtract(breakage));
    }
}
