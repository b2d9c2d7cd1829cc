package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.purchase.Purchase;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * What was paid for each line of a purchase. A line's own amount, unless the purchase has discounts on lines of their own
 * or a total below the sum of its lines: then the lines above 0 bear the difference in proportion to their amounts, by
 * largest remainder, so that the lines together never come to more than the total.
 */
final class PaidLines {

    private final Purchase purchase;
    private final List<Money> paid;

    PaidLines(Purchase purchase) {
        this.purchase = purchase;
        List<BigInteger> amounts = purchase.lines().stream()
                .map(line -> BigInteger.valueOf(line.amount().getAmountMinorLong()))
                .toList();
        BigInteger payable = sum(amounts)
                .min(BigInteger.valueOf(purchase.total().getAmountMinorLong()))
                .max(BigInteger.ZERO);
        paid = spread(payable, amounts.stream().map(BigInteger.ZERO::max).toList()).stream()
                .map(minor -> Money.ofMinor(purchase.total().getCurrencyUnit(), minor.longValueExact()))
                .toList();
    }

    /** Every line that is not a discount, with nothing returned of it, in order. */
    List<LineBalance> all() {
        if (purchase.lines().isEmpty()) {
            return List.of(LineBalance.untouched(new PurchaseLineRef(purchase.id(), 0), 1, purchase.total()));
        }
        return IntStream.range(0, paid.size())
                .filter(line -> !discount(line))
                .mapToObj(this::untouched)
                .toList();
    }

    /**
     * One line, with nothing returned of it.
     *
     * @throws InvalidInputException naming {@code line} if there is no such line, or it is a discount
     */
    LineBalance line(int line) {
        int lines = Math.max(1, paid.size());
        if (line >= lines) {
            throw new InvalidInputException(
                    "line",
                    "is " + line + " and the purchase has lines up to " + (lines - 1),
                    "number the lines of the purchase from 0");
        }
        if (paid.isEmpty()) {
            return all().get(0);
        }
        Require.that(!discount(line), "line", "is " + line + ", which is a discount", "name a line that was paid for");
        return untouched(line);
    }

    /** The host's key of the article; empty for a purchase without lines. */
    Optional<String> sku(int line) {
        return paid.isEmpty()
                ? Optional.empty()
                : Optional.of(purchase.lines().get(line).sku());
    }

    private boolean discount(int line) {
        return purchase.lines().get(line).amount().isNegative();
    }

    private LineBalance untouched(int line) {
        return LineBalance.untouched(
                new PurchaseLineRef(purchase.id(), line),
                purchase.lines().get(line).quantity(),
                paid.get(line));
    }

    /** Divides an amount in proportion to weights, by largest remainder; of equal ones the first. */
    private static List<BigInteger> spread(BigInteger amount, List<BigInteger> weights) {
        BigInteger whole = sum(weights).max(BigInteger.ONE);
        List<BigInteger> shares = new ArrayList<>();
        weights.forEach(weight -> shares.add(amount.multiply(weight).divide(whole)));
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer line) -> amount.multiply(weights.get(line)).mod(whole), Comparator.reverseOrder()))
                .limit(amount.subtract(sum(shares)).longValueExact())
                .toList()
                .forEach(line -> shares.set(line, shares.get(line).add(BigInteger.ONE)));
        return shares;
    }

    private static BigInteger sum(List<BigInteger> amounts) {
        return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
