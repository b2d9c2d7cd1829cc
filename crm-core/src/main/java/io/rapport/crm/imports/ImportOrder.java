package io.rapport.crm.imports;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.purchase.RecordPurchase;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.joda.money.Money;

/**
 * An order that the host has already.
 *
 * @param order its number
 * @param customer who bought, by the host's key
 * @param at when; kept to the microsecond
 * @param total not below 0
 */
public record ImportOrder(
        @NotNull @Valid ExternalId order,
        @NotNull @Valid ExternalId customer,
        @NotNull Instant at,
        @NotNull Money total) {

    public ImportOrder {
        Require.present("order", order);
        Require.present("customer", customer);
        Require.present("at", at);
        Require.present("total", total);
    }

    RecordPurchase command(CustomerId buyer) {
        return RecordPurchase.of(buyer, order, total).at(at);
    }
}
