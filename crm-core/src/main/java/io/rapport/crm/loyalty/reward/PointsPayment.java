package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * How much of an order can be paid with points, and how many points that takes. Exact decimal arithmetic: 3030 points at
 * 0.03 are 90.90. Immutable and thread-safe.
 *
 * @param multiple points are taken in whole multiples of this, at least 1
 * @param moneyPerPoint what a point is worth in the order's currency, above 0
 * @param minimumPoints fewer are not taken at all; 0 for no minimum
 * @param maximumPercent how much of the order can be paid with points, above 0 and at most 100
 */
public record PointsPayment(long multiple, BigDecimal moneyPerPoint, long minimumPoints, BigDecimal maximumPercent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PointsPayment {
        Require.positive("multiple", multiple);
        Require.that(
                Require.present("moneyPerPoint", moneyPerPoint).signum() > 0,
                "moneyPerPoint",
                "is not above 0",
                "give a number above 0");
        Require.notNegative("minimumPoints", minimumPoints);
        Require.that(
                Require.present("maximumPercent", maximumPercent).signum() > 0
                        && maximumPercent.compareTo(HUNDRED) <= 0,
                "maximumPercent",
                "is not a part of an order",
                "give a number above 0 and at most 100");
    }

    /** How much an order takes of the points that are offered for it. */
    public record Quote(long points, Money amount) {}

    /** Any number of points, for up to the whole order. */
    public static PointsPayment of(BigDecimal moneyPerPoint) {
        return new PointsPayment(1, moneyPerPoint, 0, HUNDRED);
    }

    /**
     * So many points buy so much money, in whole multiples only: 100 points for 5.00.
     *
     * @throws InvalidInputException if the worth of one point has no finite decimals
     */
    public static PointsPayment of(long points, Money worth) {
        Require.positive("points", points);
        try {
            return new PointsPayment(
                    points, worth.getAmount().divide(BigDecimal.valueOf(points), MathContext.UNLIMITED), 0, HUNDRED);
        } catch (ArithmeticException periodic) {
            throw new InvalidInputException(
                    "points", "do not divide the money exactly", "give another number of points");
        }
    }

    public PointsPayment inMultiplesOf(long points) {
        return new PointsPayment(points, moneyPerPoint, minimumPoints, maximumPercent);
    }

    public PointsPayment atLeast(long points) {
        return new PointsPayment(multiple, moneyPerPoint, points, maximumPercent);
    }

    public PointsPayment upTo(BigDecimal percentOfOrder) {
        return new PointsPayment(multiple, moneyPerPoint, minimumPoints, percentOfOrder);
    }

    /**
     * As many of the requested points as the balance, the order and the limits allow, cut to whole multiples; none if
     * those are fewer than the minimum. Points that the order itself earns or buys are not in the balance yet.
     *
     * @param requested at least 0
     * @param balance the points that are available
     * @param order the total that is to be paid
     * @return the points, and what they are worth, cut to the currency's smallest unit
     */
    public Quote quote(long requested, long balance, Money order) {
        Require.that(requested >= 0, "requested", "is " + requested, "ask for 0 points or more");
        long offered = Math.max(0L, Math.min(Math.min(requested, balance), mostFor(order)));
        long whole = offered - offered % multiple;
        long taken = whole < minimumPoints ? 0 : whole;
        BigDecimal worth = moneyPerPoint.multiply(BigDecimal.valueOf(taken));
        return new Quote(taken, Money.of(order.getCurrencyUnit(), worth, RoundingMode.DOWN));
    }

    private long mostFor(Money order) {
        BigDecimal payable =
                order.getAmount().max(BigDecimal.ZERO).multiply(maximumPercent).movePointLeft(2);
        return payable.divide(moneyPerPoint, 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }
}
