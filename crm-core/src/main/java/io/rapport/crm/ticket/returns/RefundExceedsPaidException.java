package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.CrmException;
import org.joda.money.Money;

/**
 * A refund, with all refunds and store credit of the same purchase line before it, would be more than was paid. Nothing
 * was written.
 */
public final class RefundExceedsPaidException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient PurchaseLineRef line;
    private final Money asked;
    private final Money paid;
    private final Money left;

    RefundExceedsPaidException(PurchaseLineRef line, Money asked, Money paid, Money left) {
        super("amount is " + asked + ", and of " + paid + " paid for line " + line.line() + " of " + line.purchase()
                + " " + left + " is left: refund at most " + left);
        this.line = line;
        this.asked = asked;
        this.paid = paid;
        this.left = left;
    }

    /** The offending field, {@code "amount"}. */
    public String field() {
        return "amount";
    }

    public PurchaseLineRef line() {
        return line;
    }

    public Money asked() {
        return asked;
    }

    /** What was paid for the line. */
    public Money paid() {
        return paid;
    }

    /** What can still be refunded of it, in any return. */
    public Money left() {
        return left;
    }
}
