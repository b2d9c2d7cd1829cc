package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;

/**
 * The modified BG/NBD model: customers purchase at a rate of their own, and after each purchase, the first included,
 * leave with a probability of their own. So those who bought once and were not seen again fade, as they do not in the
 * {@link BgNbd}.
 *
 * <p>E. P. Batislam, M. Denizel, A. Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis, International Journal of Research in Marketing 24(3); D. Hoppe, U. Wagner (2007), Customer base analysis: the
 * case for a central variant of the betageometric/NBD model, Marketing JRM 3(2).
 *
 * @param r shape of the gamma distribution of the purchase rate
 * @param alpha rate of that gamma distribution, in the unit of time
 * @param a first parameter of the beta distribution of the probability to leave
 * @param b second parameter of that beta distribution
 * @param unit the unit of {@code alpha}
 */
public record MbgNbd(double r, double alpha, double a, double b, UnitOfTime unit) implements TransactionModel {

    public MbgNbd {
        new BetaGeometric(r, alpha, a, b, unit, 1);
    }

    /**
     * Fits the four parameters to the histories by maximum likelihood. Single-threaded; takes time in proportion to the
     * number of different histories. The same histories give the same bits, however they were put together.
     */
    public static Fit<MbgNbd> fit(BuyingHistories histories) {
        return BetaGeometric.fit(
                histories, 1, found -> new MbgNbd(found.r(), found.alpha(), found.a(), found.b(), found.unit()));
    }

    /** The same model with its rate in another unit of time. */
    public MbgNbd in(UnitOfTime other) {
        return new MbgNbd(r, unit.convert(alpha, Require.present("unit", other)), a, b, other);
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
        return new BetaGeometric(r, alpha, a, b, unit, 1);
    }
}
