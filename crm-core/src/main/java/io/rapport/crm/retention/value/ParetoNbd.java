package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;

/**
 * The Pareto/NBD model: customers purchase at a rate of their own until they leave, after an exponentially distributed time
 * with a rate of their own. Its fit is often flat in s and beta: look at their standard errors.
 *
 * <p>D. C. Schmittlein, D. G. Morrison, R. Colombo (1987), Counting Your Customers: Who Are They and What Will They Do
 * Next?, Management Science 33(1); P. S. Fader, B. G. S. Hardie (2005), A Note on Deriving the Pareto/NBD Model and Related
 * Expressions.
 *
 * @param r shape of the gamma distribution of the purchase rate
 * @param alpha rate of that gamma distribution, in the unit of time
 * @param s shape of the gamma distribution of the rate to leave
 * @param beta rate of that gamma distribution, in the unit of time
 * @param unit the unit of {@code alpha} and {@code beta}
 */
public record ParetoNbd(double r, double alpha, double s, double beta, UnitOfTime unit) implements TransactionModel {

    public ParetoNbd {
        Positive.require("r", r);
        Positive.require("alpha", alpha);
        Positive.require("s", s);
        Positive.require("beta", beta);
        Require.present("unit", unit);
    }

    /**
     * Fits the four parameters to the histories by maximum likelihood. Single-threaded; takes time in proportion to the
     * number of different histories, some microseconds for each. The same histories give the same bits.
     */
    public static Fit<ParetoNbd> fit(BuyingHistories histories) {
        SortedHistories rows = Require.present("histories", histories).sorted();
        if (!rows.unidentifiable().isEmpty()) {
            return new NotIdentifiable<>(rows.unidentifiable());
        }
        double pace = rows.observed() / rows.purchases();
        double span = rows.observed() / rows.customers;
        return MaximumLikelihood.of(new ParetoLikelihood(rows), "r", "alpha", "s", "beta")
                .scaled(1, rows.scale)
                .scaled(3, rows.scale)
                .plus(-rows.purchases() * Math.log(rows.scale))
                .fit(
                        found -> new ParetoNbd(found[0], found[1], found[2], found[3], histories.unit()),
                        new double[] {0.5, 0.5 * pace, 0.5, 0.5 * span},
                        new double[] {2, pace, 1, 2 * span},
                        new double[] {0.2, 0.05 * pace, 0.2, 0.1 * span});
    }

    /** The same model with its rates in another unit of time. */
    public ParetoNbd in(UnitOfTime other) {
        Require.present("unit", other);
        return new ParetoNbd(r, unit.convert(alpha, other), s, unit.convert(beta, other), other);
    }

    @Override
    public double logLikelihood(BuyingHistory history) {
        BuyingHistory own = history.in(unit);
        if (own.age() == 0) {
            return 0;
        }
        double terms = new ParetoTerms()
                .at(parameters(), own.frequency(), own.recency(), own.age())
                .log();
        return RisingFactorial.log(r, own.frequency()) + r * Math.log(alpha) + s * Math.log(beta) + terms;
    }

    @Override
    public double aliveProbability(BuyingHistory history) {
        BuyingHistory own = history.in(unit);
        double terms = new ParetoTerms()
                .at(parameters(), own.frequency(), own.recency(), own.age())
                .log();
        double alive = -(r + own.frequency()) * Math.log(alpha + own.age()) - s * Math.log(beta + own.age());
        return Math.min(1, Math.exp(alive - terms));
    }

    @Override
    public double aliveProbability(BuyingHistory history, Horizon later) {
        double time = Require.present("later", later).in(unit);
        double age = history.in(unit).age();
        return aliveProbability(history) * Math.exp(-s * Math.log1p(time / (beta + age)));
    }

    @Override
    public double expectedPurchases(BuyingHistory history, Horizon ahead) {
        BuyingHistory own = history.in(unit);
        return aliveProbability(own)
                * ifAlive(own).purchases(Require.present("ahead", ahead).in(unit));
    }

    @Override
    public double purchaseProbability(BuyingHistory history, Horizon ahead, int n) {
        BuyingHistory own = history.in(unit);
        double alive = aliveProbability(own);
        double ifAlive =
                ifAlive(own).probability(Require.present("ahead", ahead).in(unit), n);
        return (n == 0 ? 1 - alive : 0) + alive * ifAlive;
    }

    @Override
    public double expectedPurchases(Horizon sinceFirst) {
        return ifAlive(BuyingHistory.fresh(unit))
                .purchases(Require.present("sinceFirst", sinceFirst).in(unit));
    }

    @Override
    public double purchaseProbability(Horizon sinceFirst, int n) {
        Horizon time = Require.present("sinceFirst", sinceFirst);
        return ifAlive(BuyingHistory.fresh(unit)).probability(time.in(unit), n);
    }

    /**
     * All expected future purchases, discounted continuously at the rate that compounds to the given one: discounted
     * expected residual transactions, DERT.
     *
     * @param discount with a rate above 0
     */
    public double discountedResidualPurchases(BuyingHistory history, Discount discount) {
        double rate = Require.present("discount", discount).continuous(unit);
        Require.that(rate > 0, "rate", "is 0", "give a rate above 0, for all of the future is to be valued");
        BuyingHistory own = history.in(unit);
        return aliveProbability(own) * ifAlive(own).discounted(rate);
    }

    /** A customer who is alive at T behaves like a new one with these parameters. */
    private ParetoFuture ifAlive(BuyingHistory own) {
        return new ParetoFuture(r + own.frequency(), alpha + own.age(), s, beta + own.age());
    }

    private double[] parameters() {
        return new double[] {r, alpha, s, beta};
    }
}
