package io.rapport.crm.loyalty.earning;

import io.rapport.crm.fault.Require;
import java.util.Optional;

/**
 * A line as points were earned on it.
 *
 * @param amount less the discounts on this line, in minor units
 * @param worth less its share of the order's discount too: what can be refunded, in minor units
 */
public record EarnedLine(String sku, Optional<String> category, int quantity, long amount, long worth) {

    public EarnedLine {
        Require.present("sku", sku);
        Require.present("category", category);
        Require.positive("quantity", quantity);
        Require.that(
                worth >= 0 && worth <= amount,
                "worth",
                "is " + worth + " of " + amount,
                "take off what it has at most");
    }
}
