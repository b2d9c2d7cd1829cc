package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import org.joda.money.Money;

/**
 * What all returns together have taken of one line of a purchase. It guards the two promises that no single return can
 * keep alone: no more units are returned than were bought, and no more money is given back than was paid.
 *
 * @param bought how many units
 * @param paid for all of them: the line's amount, unless the purchase has discounts on lines of their own or a total below
 *     the sum of its lines; then the lines bear the difference in proportion to their amounts, by largest remainder
 * @param claimed the units that are in a return that goes on, or that were refunded; a unit that was rejected, replaced
 *     or repaired is the customer's again and can be returned again
 * @param settled the units among them that were refunded
 * @param repaid what was given back for them, in money and store credit
 */
public record LineBalance(PurchaseLineRef of, int bought, Money paid, int claimed, int settled, Money repaid) {

    public LineBalance {
        Require.present("of", of);
        Require.positive("bought", bought);
        Require.that(Require.present("paid", paid).isPositiveOrZero(), "paid", "is below 0", "give what was paid");
        Require.between("claimed", claimed, 0, bought);
        Require.between("settled", settled, 0, claimed);
        Require.that(
                Require.present("repaid", repaid).isSameCurrency(paid)
                        && repaid.isPositiveOrZero()
                        && !repaid.isGreaterThan(paid),
                "repaid",
                "is not from 0 to what was paid",
                "give back at most what was paid");
    }

    /** A line of which nothing was returned. */
    public static LineBalance untouched(PurchaseLineRef of, int bought, Money paid) {
        return new LineBalance(of, bought, paid, 0, 0, Money.zero(paid.getCurrencyUnit()));
    }

    /** How many units can still be asked for. */
    public int returnable() {
        return bought - claimed;
    }

    /** What can still be given back. */
    public Money left() {
        return paid.minus(repaid);
    }

    /**
     * What the next units to be refunded get of what was paid. The line's units are paid alike to the minor unit by
     * largest remainder: the first ones get one minor unit more where it does not come out even. So the shares of all
     * units add up to what was paid, however they are grouped. Never more than is {@link #left()}, where other amounts
     * were refunded before.
     */
    public Money share(int quantity) {
        Require.between("quantity", quantity, 1, bought - settled);
        long share = upTo(settled + quantity) - upTo(settled);
        return Money.ofMinor(paid.getCurrencyUnit(), Math.min(share, left().getAmountMinorLong()));
    }

    /**
     * Takes units into a return.
     *
     * @throws ReturnExceedsPurchaseException if fewer can still be asked for
     */
    LineBalance claim(int quantity) {
        if (quantity > returnable()) {
            throw new ReturnExceedsPurchaseException(of, quantity, bought, returnable());
        }
        return new LineBalance(of, bought, paid, claimed + quantity, settled, repaid);
    }

    /** Units stay with the customer, or go back to them. */
    LineBalance release(int quantity) {
        return new LineBalance(of, bought, paid, claimed - quantity, settled, repaid);
    }

    /**
     * Gives money back for claimed units.
     *
     * @throws RefundExceedsPaidException if less is left
     * @throws InvalidInputException if the amount is in another currency
     */
    LineBalance repay(int quantity, Money amount) {
        Require.that(
                amount.isSameCurrency(paid),
                "amount",
                "is in " + amount.getCurrencyUnit(),
                "give it in " + paid.getCurrencyUnit() + ", in which was paid");
        if (amount.isGreaterThan(left())) {
            throw new RefundExceedsPaidException(of, amount, paid, left());
        }
        return new LineBalance(of, bought, paid, claimed, settled + quantity, repaid.plus(amount));
    }

    /** What the first {@code units} of the line were paid. */
    private long upTo(int units) {
        long minor = paid.getAmountMinorLong();
        return units * (minor / bought) + Math.min(units, minor % bought);
    }
}
