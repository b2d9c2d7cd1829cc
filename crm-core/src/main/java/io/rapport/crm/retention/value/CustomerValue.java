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
 * @param margin the share of the spend that is counted, above 0 and at most 1
 * @param discount the discount that was applied
 * @param currency of the spend
 */
public record CustomerValue(
        PurchaseForecast forecast,
        double discountedPurchases,
        double spendEach,
        double margin,
        Discount discount,
        CurrencyUnit currency)
        implements Serializable {

    public CustomerValue {
        Require.present("forecast", forecast);
        requireMargin(margin);
        Require.present("discount", discount);
        Require.present("currency", currency);
    }

    static void requireMargin(double margin) {
        Require.that(
                margin > 0 && margin <= 1,
                "margin",
                "is not above 0 and at most 1",
                "give a share such as 0.3 for 30 %");
    }

    /** The value in major units of the currency, not rounded: purchases times spend times margin. */
    public double amount() {
        return discountedPurchases * spendEach * margin;
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
                        " Discounted by %.4g %% per %s they count as %.2f, at %s each%s: worth %s.",
                        100 * discount.rate(),
                        discount.period(),
                        discountedPurchases,
                        Money.of(currency, BigDecimal.valueOf(spendEach), RoundingMode.HALF_EVEN),
                        margin < 1
                                ? String.format(Locale.ROOT, ", of which a margin of %.4g %% is kept", 100 * margin)
                                : "",
                        money());
    }
}
