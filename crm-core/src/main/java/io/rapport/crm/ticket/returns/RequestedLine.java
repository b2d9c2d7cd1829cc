package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.Require;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What is asked to be returned of one purchase line, with what the purchase said of it.
 *
 * @param sku the host's key of the article; empty for a purchase without lines
 * @param bought how many units the purchase line has
 * @param paid for all units of the purchase line
 * @param quantity how many units are to be returned
 */
public record RequestedLine(
        PurchaseLineRef of, Optional<String> sku, int bought, Money paid, int quantity, String reason) {

    public RequestedLine {
        Require.present("of", of);
        Require.present("sku", sku);
        Require.positive("bought", bought);
        Require.present("paid", paid);
        Require.between("quantity", quantity, 1, bought);
        Require.text("reason", reason, ReturnItem.MAX_REASON);
    }

    LineBalance untouched() {
        return LineBalance.untouched(of, bought, paid);
    }

    /** Without what was bought, and why it comes back. */
    @Override
    public String toString() {
        return "RequestedLine[" + of + ", " + quantity + " of " + bought + "]";
    }
}
