package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a reward costs: points for each unit, or any whole multiple of some points, each of which is worth money. Exact
 * decimal arithmetic throughout. Immutable and thread-safe.
 *
 * @param points of one unit, or of which only whole multiples are taken
 * @param moneyPerPoint what a point is worth, in the order's currency and above 0; empty for a fixed price
 */
public record PointsPrice(@Positive long points, @NotNull Optional<BigDecimal> moneyPerPoint) {

    public PointsPrice {
        Require.positive("points", points);
        moneyPerPoint = Require.present("moneyPerPoint", moneyPerPoint).map(BigDecimal::stripTrailingZeros);
        moneyPerPoint.ifPresent(
                money -> Require.that(money.signum() > 0, "moneyPerPoint", "is not above 0", "give a number above 0"));
    }

    /** Points for each unit. */
    public static PointsPrice fixed(long points) {
        return new PointsPrice(points, Optional.empty());
    }

    /** Money for points, which are taken in whole multiples of {@code multiple} only. */
    public static PointsPrice perMoney(long multiple, BigDecimal moneyPerPoint) {
        return new PointsPrice(multiple, Optional.of(moneyPerPoint));
    }

    /**
     * What some units, or some points, cost.
     *
     * @param units how many; of a price per money, one
     * @param asked the points to be turned into money; of a fixed price, 0
     */
    public long of(long units, long asked) {
        if (moneyPerPoint.isEmpty()) {
            Require.that(asked == 0, "points", "are " + asked + " for a fixed price", "ask for units only");
            try {
                return Math.multiplyExact(points, units);
            } catch (ArithmeticException tooMany) {
                throw new InvalidInputException("units", "cost more points than can be counted", "ask for fewer");
            }
        }
        Require.that(units == 1, "units", "are " + units + " of a price per money", "ask for one, and for points");
        Require.that(
                asked > 0 && asked % points == 0,
                "points",
                "are no multiple of " + points,
                "ask for " + Math.max(points, asked - asked % points));
        return asked;
    }
}
