package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.Require;
import io.rapport.crm.purchase.PurchaseId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * One thing that a customer wants to return. What was paid for it is read from the purchase.
 *
 * @param line its place among the lines of the purchase, from 0; a purchase without lines is one line, 0, of quantity 1
 * @param quantity how many of them, above 0
 * @param reason why, at most 1,000 characters
 */
public record ReturnItem(
        @NotNull @Valid PurchaseId purchase,
        @PositiveOrZero int line,
        @Positive int quantity,
        @NotBlank @Size(max = 1000) String reason) {

    static final int MAX_REASON = 1_000;

    public ReturnItem {
        Require.present("purchase", purchase);
        Require.between("line", line, 0, Integer.MAX_VALUE);
        Require.positive("quantity", quantity);
        Require.text("reason", reason, MAX_REASON);
    }

    public static ReturnItem of(PurchaseId purchase, int line, int quantity, String reason) {
        return new ReturnItem(purchase, line, quantity, reason);
    }

    PurchaseLineRef ref() {
        return new PurchaseLineRef(purchase, line);
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "ReturnItem[" + purchase + ", line " + line + ", " + quantity + "]";
    }
}
