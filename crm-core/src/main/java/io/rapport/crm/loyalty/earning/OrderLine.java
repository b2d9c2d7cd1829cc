package io.rapport.crm.loyalty.earning;

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
 * A line of an order as points are earned on it.
 *
 * @param sku the host's key of the article, at most 100 characters
 * @param category the host's own category, at most 100 characters
 * @param quantity above 0
 * @param amount for the whole quantity, less the discounts on this line, with or without tax as the host likes; 0 or
 *     more, in minor units that fit a {@code long}
 */
public record OrderLine(
        @NotBlank @Size(max = 100) String sku,
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 100) String> category,
        @Positive int quantity,
        @NotNull Money amount) {

    static final int MAX_KEY = 100;

    @Constructible(OrderLine.class)
    public OrderLine {
        Require.text("sku", sku, MAX_KEY);
        Require.present("category", category).ifPresent(name -> Require.text("category", name, MAX_KEY));
        Require.positive("quantity", quantity);
        Require.that(
                Require.present("amount", amount).isPositiveOrZero(),
                "amount",
                "is below 0",
                "take a discount off the line that it is for, or off the order");
        Amounts.minor("amount", amount);
    }

    public static OrderLine of(String sku, int quantity, Money amount) {
        return new OrderLine(sku, Optional.empty(), quantity, amount);
    }

    public OrderLine category(String name) {
        return new OrderLine(sku, Optional.of(name), quantity, amount);
    }
}
