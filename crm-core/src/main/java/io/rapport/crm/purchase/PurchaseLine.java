package io.rapport.crm.purchase;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.joda.money.Money;

/**
 * One line of an order.
 *
 * @param sku the host's key of the article, at most 100 characters
 * @param category the host's own category, at most 100 characters
 * @param quantity above 0
 * @param amount for the whole quantity; below 0 for a discount that stands on a line of its own
 */
public record PurchaseLine(
        @NotBlank @Size(max = 100) String sku,
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 100) String> category,
        @Positive int quantity,
        @NotNull Money amount) {

    private static final int MAX_KEY = 100;

    @Constructible(PurchaseLine.class)
    public PurchaseLine {
        Require.text("sku", sku, MAX_KEY);
        Require.present("category", category).ifPresent(name -> Require.text("category", name, MAX_KEY));
        Require.positive("quantity", quantity);
        Purchase.requireMinorUnits("amount", Require.present("amount", amount));
    }

    public static PurchaseLine of(String sku, int quantity, Money amount) {
        return new PurchaseLine(sku, Optional.empty(), quantity, amount);
    }

    public PurchaseLine category(String name) {
        return new PurchaseLine(sku, Optional.of(name), quantity, amount);
    }
}
