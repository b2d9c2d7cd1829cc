package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What one customer is worth, with the figures that make it up.
 *
 * @param forecast what the transaction model expects
 * @param discountedPurchases the expected purchases, each worth less the later it comes
 * @param spendEach what is expected to be spent on one purchase, in major units of the currency
 * @param discount the discount that was applied
 * @param currency of the spend
 */
public record CustomerValue(
        PurchaseForecast forecast,
        double discountedPurchases,
        double spendEach,
        Discount discount,
        CurrencyUnit currency)
        implements Serializable {

    public CustomerValue {
        Require.present("forecast", forecast);
        Require.present("discount", discount);
        Require.present("currency", currency);
    }

    /** The value in major units of the currency, not rounded. */
    public double amount() {
        return discountedPurchases * spendEach;
    }

    /** The value, rounded to minor units, halves to even. */
    public Money money() {
        return Money.of(currency, BigDecimal.valueOf(amount()), RoundingMode.HALF_EVEN);
    }

    /** The figures in English. */
    public String explain() {
        return forecast.explain()
                + String.format(
                        Locale.ROOT,
                        " Discounted by %.4g %% per %s they count as %.2f, at %s each: worth %s.",
                        100 * discount.rate(),
                        discount.period(),
                        discountedPurchases,
                        Money.of(currency, BigDecimal.valueOf(spendEach), RoundingMode.HALF_EVEN),
                        money());
    }
}
