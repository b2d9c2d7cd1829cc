package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.CrmException;

/** More units of a purchase line are to be returned than the customer has and has not asked for yet. Nothing was written. */
public final class ReturnExceedsPurchaseException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient PurchaseLineRef line;
    private final int asked;
    private final int bought;
    private final int left;

    ReturnExceedsPurchaseException(PurchaseLineRef line, int asked, int bought, int left) {
        super("quantity is " + asked + ", and of " + bought + " bought with line " + line.line() + " of "
                + line.purchase() + " " + left + " can still be returned: ask for at most " + left);
        this.line = line;
        this.asked = asked;
        this.bought = bought;
        this.left = left;
    }

    /** The offending field, {@code "quantity"}. */
    public String field() {
        return "quantity";
    }

    public PurchaseLineRef line() {
        return line;
    }

    public int asked() {
        return asked;
    }

    /** How many units were bought with the line. */
    public int bought() {
        return bought;
    }

    /** How many units can still be asked for. */
    public int left() {
        return left;
    }
}
