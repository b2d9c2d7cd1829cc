package io.rapport.crm.purchase;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.ExternalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Asks for an order of the host to be written down.
 *
 * <pre>{@code
 * RecordPurchase.of(ann.id(), ExternalId.of("shop", "order-4711"), Money.parse("EUR 49.90"))
 *         .at(orderedAt)
 *         .with(PurchaseLine.of("mug-blue", 2, Money.parse("EUR 49.90")));
 * }</pre>
 *
 * @param at when it is recorded, unless given; kept to the microsecond
 * @param total not below 0
 * @param lines in the currency of the total; they need not add up to it
 */
public record RecordPurchase(
        @NotNull @Valid CustomerId customer,
        @NotNull @Valid ExternalId externalId,
        @NotNull Optional<Instant> at,
        @NotNull Money total,
        @NotNull List<@NotNull @Valid PurchaseLine> lines) {

    @Constructible(RecordPurchase.class)
    public RecordPurchase {
        Require.present("customer", customer);
        Require.present("externalId", externalId);
        Require.present("at", at);
        lines = Require.list("lines", lines);
        Purchase.requireAmounts(total, lines);
    }

    public static RecordPurchase of(CustomerId customer, ExternalId order, Money total) {
        return new RecordPurchase(customer, order, Optional.empty(), total, List.of());
    }

    public RecordPurchase at(Instant bought) {
        return new RecordPurchase(customer, externalId, Optional.of(bought), total, lines);
    }

    public RecordPurchase with(PurchaseLine line) {
        List<PurchaseLine> more =
                ImmutableList.<PurchaseLine>builder().addAll(lines).add(line).build();
        return new RecordPurchase(customer, externalId, at, total, more);
    }

    /** Without what was bought. */
    @Override
    public String toString() {
        return "RecordPurchase[" + customer + ", " + externalId + "]";
    }
}
