package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Map;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;

/**
 * The Gamma-Gamma model of spend: what a customer spends on a day of purchase varies around a mean of their own, and the
 * means vary over customers, both by gamma distributions. It takes spend to be independent of how often they buy;
 * {@link SpendHistories#independence} says whether that is plausible. Immutable and thread-safe.
 *
 * <p>P. S. Fader, B. G. S. Hardie, K. L. Lee (2005), RFM and CLV: Using Iso-Value Curves for Customer Base Analysis,
 * Journal of Marketing Research 42(4); P. S. Fader, B. G. S. Hardie (2013), The Gamma-Gamma Model of Monetary Value.
 *
 * @param p shape of the gamma distribution of one purchase
 * @param q shape of the gamma distribution over customers
 * @param v rate of that distribution, in major units of the currency such as dollars
 * @param currency what {@code v} is in
 */
public record GammaGamma(double p, double q, double v, CurrencyUnit currency) implements Serializable {

    public GammaGamma {
        Positive.require("p", p);
        Positive.require("q", q);
        Positive.require("v", v);
        Require.present("currency", currency);
    }

    /**
     * Fits the three parameters by maximum likelihood to the customers with repeat purchases; those who paid nothing for
     * them are left out. Means are taken in major units of the currency. The same histories give the same bits.
     */
    public static Fit<GammaGamma> fit(SpendHistories histories) {
        CurrencyUnit currency = Require.present("histories", histories).currency();
        GammaGammaLikelihood likelihood = new GammaGammaLikelihood(histories.counts(), minorUnits(currency));
        if (!likelihood.unidentifiable().isEmpty()) {
            return new NotIdentifiable<>(likelihood.unidentifiable());
        }
        double mean = likelihood.meanSpend();
        return MaximumLikelihood.of(likelihood, "p", "q", "v")
                .scaled(2, likelihood.scale())
                .plus(-likelihood.customers() * Math.log(likelihood.scale()))
                .fit(
                        found -> new GammaGamma(found[0], found[1], found[2], currency),
                        new double[] {3, 3, 2 * mean / 3},
                        new double[] {1, 2, mean},
                        new double[] {10, 10, mean});
    }

    /** The log-likelihood of one customer's mean spend in major units; empty without a repeat purchase with a value. */
    public OptionalDouble logLikelihood(SpendHistory history) {
        GammaGammaLikelihood likelihood =
                new GammaGammaLikelihood(Map.of(requireCurrency(history), 1L), minorUnits(currency));
        if (likelihood.customers() == 0) {
            return OptionalDouble.empty();
        }
        double scale = likelihood.scale();
        return OptionalDouble.of(likelihood.at(new double[] {p, q, v / scale}, new double[3]) - Math.log(scale));
    }

    /** The mean spend over all customers, p v / (q - 1), in major units; empty if q &lt;= 1, when it is not finite. */
    public OptionalDouble meanSpend() {
        return q > 1 ? OptionalDouble.of(p * v / (q - 1)) : OptionalDouble.empty();
    }

    /**
     * The expected mean spend of one customer, in major units: the customer's own mean and that of all, weighted by how
     * much is known of the customer, p (v + x z) / (p x + q - 1). Empty if p x + q &lt;= 1, when it is not finite.
     */
    public OptionalDouble expectedSpend(SpendHistory history) {
        double x = requireCurrency(history).purchases();
        double rest = p * x + q - 1;
        double total = x * history.meanMinor() / minorUnits(currency);
        return rest > 0 ? OptionalDouble.of(p * (v + total) / rest) : OptionalDouble.empty();
    }

    private SpendHistory requireCurrency(SpendHistory history) {
        Require.that(
                Require.present("history", history).currency().equals(currency),
                "history",
                "is in " + history.currency() + ", not " + currency,
                "convert the amounts");
        return history;
    }

    static double minorUnits(CurrencyUnit currency) {
        return Math.pow(10, currency.getDecimalPlaces());
    }
}
