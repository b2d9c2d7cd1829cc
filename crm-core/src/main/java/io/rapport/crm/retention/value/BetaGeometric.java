package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.util.function.Function;

/**
 * What the BG/NBD and the MBG/NBD have in common. To a customer who is alive at T the purchase rate is gamma-distributed
 * with r + x and alpha + T, and the probability to leave after a purchase is beta-distributed with a and b + flips: the
 * future of every customer is that of a new one with other parameters, times the probability to be alive.
 */
record BetaGeometric(double r, double alpha, double a, double b, UnitOfTime unit, int extraFlips) {

    BetaGeometric {
        Positive.require("r", r);
        Positive.require("alpha", alpha);
        Positive.require("a", a);
        Positive.require("b", b);
        Require.present("unit", unit);
    }

    static <M extends TransactionModel> Fit<M> fit(
            BuyingHistories histories, int extraFlips, Function<BetaGeometric, M> model) {
        SortedHistories rows = Require.present("histories", histories).sorted();
        if (!rows.unidentifiable().isEmpty()) {
            return new NotIdentifiable<>(rows.unidentifiable());
        }
        double pace = rows.observed() / rows.purchases();
        return MaximumLikelihood.of(new BetaGeometricLikelihood(rows, extraFlips), "r", "alpha", "a", "b")
                .scaled(1, rows.scale)
                .plus(-rows.purchases() * Math.log(rows.scale))
                .fit(
                        found -> model.apply(new BetaGeometric(
                                found[0], found[1], found[2], found[3], histories.unit(), extraFlips)),
                        new double[] {0.5, 0.5 * pace, 1, 2},
                        new double[] {2, pace, 0.2, 2},
                        new double[] {0.2, 0.05 * pace, 0.1, 0.5});
    }

    double logLikelihood(BuyingHistory history) {
        BuyingHistory own = history.in(unit);
        HistoryTable table = new HistoryTable();
        table.add(own.frequency(), own.recency(), own.age(), 1);
        SortedHistories row = new SortedHistories(table);
        double scaled = new BetaGeometricLikelihood(row, extraFlips)
                .at(new double[] {r, alpha / row.scale, a, b}, new double[4]);
        return scaled - own.frequency() * Math.log(row.scale);
    }

    double alive(BuyingHistory history) {
        return 1 / (1 + Math.exp(logOddsGone(history)));
    }

    private double gone(BuyingHistory history) {
        return 1 / (1 + Math.exp(-logOddsGone(history)));
    }

    private double logOddsGone(BuyingHistory history) {
        BuyingHistory own = history.in(unit);
        int flips = own.frequency() + extraFlips;
        if (flips == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double silence = (own.age() - own.recency()) / (alpha + own.recency());
        return Math.log(a / (b + flips - 1)) + (r + own.frequency()) * Math.log1p(silence);
    }

    double alive(BuyingHistory history, Horizon later) {
        return alive(history) * ahead(history, later).survival(a, leavingB(history));
    }

    double expected(BuyingHistory history, Horizon ahead) {
        return alive(history) * ahead(history, ahead).expectedUntilLast(a, leavingB(history));
    }

    double probability(BuyingHistory history, Horizon ahead, int n) {
        Require.that(n >= 0, "n", "is below 0", "give a number of purchases");
        double ifAlive = probabilityIfAlive(ahead(history, ahead), leavingB(history), n);
        return (n == 0 ? gone(history) : 0) + alive(history) * ifAlive;
    }

    /** Either the n-th purchase has not come to be the last one, or it was, and the time would have held more. */
    private double probabilityIfAlive(NegativeBinomial purchases, double leaving, int n) {
        double stayed = RisingFactorial.log(leaving, n) - RisingFactorial.log(a + leaving, n);
        double exactly = Math.exp(purchases.logProbability(n) + stayed);
        if (n == 0) {
            return exactly;
        }
        double logLast = Math.log(a) + RisingFactorial.log(leaving, n - 1) - RisingFactorial.log(a + leaving, n);
        return exactly + Math.exp(logLast) * purchases.atLeast(n);
    }

    private NegativeBinomial ahead(BuyingHistory history, Horizon ahead) {
        BuyingHistory own = history.in(unit);
        return new NegativeBinomial(
                r + own.frequency(),
                alpha + own.age(),
                Require.present("ahead", ahead).in(unit));
    }

    private double leavingB(BuyingHistory history) {
        return b + history.frequency() + extraFlips;
    }
}
