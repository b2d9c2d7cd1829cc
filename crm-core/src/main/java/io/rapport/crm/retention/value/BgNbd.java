package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;

/**
 * The beta-geometric/NBD model: customers purchase at a rate of their own, and after each repeat purchase leave with a
 * probability of their own. It holds everybody alive who bought only once: without a repeat purchase P(alive) = 1, however
 * long ago the one purchase was. Where that matters, take {@link MbgNbd}, which lets customers leave after the first
 * purchase too.
 *
 * <p>P. S. Fader, B. G. S. Hardie, K. L. Lee (2005), "Counting Your Customers" the Easy Way: An Alternative to the
 * Pareto/NBD Model, Marketing Science 24(2). Expectations by a series of positive terms that has no pole at a = 1.
 *
 * @param r shape of the gamma distribution of the purchase rate
 * @param alpha rate of that gamma distribution, in the unit of time
 * @param a first parameter of the beta distribution of the probability to leave
 * @param b second parameter of that beta distribution
 * @param unit the unit of {@code alpha}
 */
public record BgNbd(double r, double alpha, double a, double b, UnitOfTime unit) implements TransactionModel {

    public BgNbd {
        new BetaGeometric(r, alpha, a, b, unit, 0);
    }

    /**
     * Fits the four parameters to the histories by maximum likelihood. Single-threaded; takes time in proportion to the
     * number of different histories. The same histories give the same bits, however they were put together.
     */
    public static Fit<BgNbd> fit(BuyingHistories histories) {
        return BetaGeometric.fit(
                histories, 0, found -> new BgNbd(found.r(), found.alpha(), found.a(), found.b(), found.unit()));
    }

    /** The same model with its rate in another unit of time. */
    public BgNbd in(UnitOfTime other) {
        return new BgNbd(r, unit.convert(alpha, Require.present("unit", other)), a, b, other);
    }

    @Override
    public double aliveProbability(BuyingHistory history) {
        return core().alive(history);
    }

    @Override
    public double aliveProbability(BuyingHistory history, Horizon later) {
        return core().alive(history, later);
    }

    @Override
    public double expectedPurchases(BuyingHistory history, Horizon ahead) {
        return core().expected(history, ahead);
    }

    @Override
    public double purchaseProbability(BuyingHistory history, Horizon ahead, int n) {
        return core().probability(history, ahead, n);
    }

    @Override
    public double expectedPurchases(Horizon sinceFirst) {
        return core().expected(BuyingHistory.fresh(unit), sinceFirst);
    }

    @Override
    public double purchaseProbability(Horizon sinceFirst, int n) {
        return core().probability(BuyingHistory.fresh(unit), sinceFirst, n);
    }

    @Override
    public double logLikelihood(BuyingHistory history) {
        return core().logLikelihood(history);
    }

    private BetaGeometric core() {
        return new BetaGeometric(r, alpha, a, b, unit, 0);
    }
}
