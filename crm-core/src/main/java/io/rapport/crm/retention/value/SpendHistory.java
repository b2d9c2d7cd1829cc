package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.CustomerDays;
import io.rapport.crm.retention.DataEnd;
import java.io.Serializable;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * What the {@link GammaGamma} knows of one customer: how much they spent on a day of purchase on average. The first
 * purchase is not counted, as for {@link BuyingHistory}.
 *
 * @param purchases x, the number of repeat purchases that were averaged over
 * @param meanMinor z, their mean value in minor units such as cents; 0 if there were none
 * @param currency what the minor units are of
 */
public record SpendHistory(int purchases, double meanMinor, CurrencyUnit currency) implements Serializable {

    public SpendHistory {
        check(0, purchases, meanMinor);
        Require.present("currency", currency);
        meanMinor += 0.0;
    }

    /** A customer without repeat purchases. */
    public static SpendHistory none(CurrencyUnit currency) {
        return new SpendHistory(0, 0, currency);
    }

    /** The spend of a customer as far as it was observed; empty for one who had not bought by then. */
    public static Optional<SpendHistory> of(CustomerDays purchases, CurrencyUnit currency, DataEnd end) {
        ObservedDays observed = ObservedDays.before(end);
        int days = observed.count(purchases);
        return days == 0
                ? Optional.empty()
                : Optional.of(new SpendHistory(days - 1, observed.meanRepeatMinor(purchases), currency));
    }

    /** Row 0 is none. */
    static void check(long row, int purchases, double meanMinor) {
        BuyingHistory.require(purchases >= 0, row, "purchases", "is below 0", "count the repeat purchases");
        BuyingHistory.require(
                meanMinor >= 0 && meanMinor < Double.POSITIVE_INFINITY,
                row,
                "meanMinor",
                "is negative or no number",
                "give the mean spend from 0, without refunds");
        BuyingHistory.require(
                purchases > 0 || meanMinor == 0, row, "meanMinor", "is not 0 without a repeat purchase", "give 0");
    }
}
