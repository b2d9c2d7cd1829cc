package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.RevenueDays;
import java.io.Serializable;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import org.joda.money.CurrencyUnit;

/**
 * How many customers spend how much, in one currency: the data that {@link GammaGamma} is fitted to. May be spread over
 * any number of accumulators, one customer in one of them, and merged in any order and tree. Not thread-safe: one per
 * thread, then merge.
 */
public final class SpendHistories implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CurrencyUnit currency;
    /** The second time of a row is not used. */
    private final HistoryTable table = new HistoryTable();

    private long rows;

    private SpendHistories(CurrencyUnit currency) {
        this.currency = Require.present("currency", currency);
    }

    /** No customers yet, all of whom spend the given currency. */
    public static SpendHistories in(CurrencyUnit currency) {
        return new SpendHistories(currency);
    }

    /**
     * The spend of customers whose revenue is known by day. Days at or after the end are left out, and so are customers
     * who had not bought before it.
     */
    public static SpendHistories of(RevenueDays revenue, DataEnd end) {
        SpendHistories spend = in(Require.present("revenue", revenue).currency());
        ObservedDays observed = ObservedDays.before(end);
        revenue.forEach(days -> {
            int n = observed.count(days);
            if (n > 0) {
                spend.add(n - 1, observed.meanRepeatMinor(days), 1);
            }
        });
        return spend;
    }

    /** Collects histories of one currency, also in parallel. */
    public static Collector<SpendHistory, ?, SpendHistories> collector(CurrencyUnit currency) {
        Require.present("currency", currency);
        return Collector.of(
                () -> in(currency),
                SpendHistories::add,
                SpendHistories::merge,
                Collector.Characteristics.UNORDERED,
                Collector.Characteristics.IDENTITY_FINISH);
    }

    /** Adds one customer; one who spends another currency is refused. */
    public void add(SpendHistory history) {
        requireCurrency("row " + (rows + 1) + " currency", history.currency());
        add(history.purchases(), history.meanMinor(), 1);
    }

    /** Adds so many customers of the same spend without making an object. A refusal names the row, counted from 1. */
    public void add(int purchases, double meanMinor, long customers) {
        rows++;
        SpendHistory.check(rows, purchases, meanMinor);
        BuyingHistory.require(customers > 0, rows, "customers", "is not above 0", "count the customers");
        table.add(purchases, meanMinor + 0.0, 0, customers);
    }

    /** Takes over what the other, of the same currency, holds; the other stays as it is. Returns this. */
    public SpendHistories merge(SpendHistories other) {
        requireCurrency("other", other.currency);
        table.addAll(other.table);
        rows += other.rows;
        return this;
    }

    private void requireCurrency(String field, CurrencyUnit other) {
        Require.that(
                currency.equals(other),
                field,
                "is in " + other + ", not " + currency,
                "convert the amounts, or keep one accumulator for each currency");
    }

    /** The one currency. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** The number of customers. */
    public long customers() {
        return table.customers();
    }

    /** How many customers spend how much, by purchases and mean; a copy. Takes n log n. */
    public SortedMap<SpendHistory, Long> counts() {
        SortedMap<SpendHistory, Long> counts = new TreeMap<>(
                Comparator.comparingInt(SpendHistory::purchases).thenComparingDouble(SpendHistory::meanMinor));
        table.forEach(
                (purchases, mean, unused, count) -> counts.put(new SpendHistory(purchases, mean, currency), count));
        return counts;
    }

    /**
     * Whether spend may be taken to be independent of how often customers buy, as {@link GammaGamma} does: the correlation
     * over the customers that it is fitted to. Undefined, and says why, for fewer than 4 of these or if they are all alike.
     * The same histories give the same bits. Takes n log n.
     *
     * @param confidence of the interval, such as 0.95
     */
    public SpendIndependence independence(double confidence) {
        return SpendCorrelation.of(counts(), confidence);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpendHistories that && currency.equals(that.currency) && table.equals(that.table);
    }

    @Override
    public int hashCode() {
        return 31 * currency.hashCode() + table.hashCode();
    }

    @Override
    public String toString() {
        return "SpendHistories[currency=" + currency + ", customers=" + customers() + "]";
    }
}
