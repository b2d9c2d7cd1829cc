package io.rapport.crm.purchase;

import io.rapport.crm.customer.CustomerId;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * What analyses read of an order.
 *
 * @param at when the customer bought
 * @param amountMinor the total in minor units, such as cents
 * @param currency what the minor units are of
 */
public record PurchaseFact(CustomerId customer, Instant at, long amountMinor, CurrencyUnit currency) {

    /** Is shown orders one by one, as plain values, so that reading millions keeps no object for each. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Shows one order.
         *
         * @param amountMinor the total in minor units of the currency
         */
        void on(UUID customer, Instant at, long amountMinor, CurrencyUnit currency);
    }
}
