package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.CustomerDays;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.RevenueDays;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collector;

/**
 * How many customers have which buying history: the data that {@link BgNbd}, {@link MbgNbd} and {@link ParetoNbd} are
 * fitted to. Rows may come in any order and be spread over any number of accumulators; merging these in any order and
 * tree gives the same, and a fit to it the same bits. One customer is one row, so facts of one customer are brought
 * together first, by {@link ActivityDays} or {@link RevenueDays}. T runs from the first purchase to the last observed
 * day, and the first purchase does not count for frequency.
 *
 * <p>Holds some 60 bytes for each distinct row. Not thread-safe: one per thread, then merge.
 *
 * <pre>{@code
 * BuyingHistories histories = BuyingHistories.of(purchases, UnitOfTime.WEEK, DataEnd.lastDay(lastDay));
 * Fit<MbgNbd> fit = MbgNbd.fit(histories);
 * }</pre>
 */
public final class BuyingHistories implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UnitOfTime unit;
    private final HistoryTable table = new HistoryTable();
    private long rows;

    private BuyingHistories(UnitOfTime unit) {
        this.unit = Require.present("unit", unit);
    }

    /** No customers yet; times will be in the given unit. */
    public static BuyingHistories in(UnitOfTime unit) {
        return new BuyingHistories(unit);
    }

    /**
     * The histories of customers whose purchases are known by day. Days at or after the end are left out, and so are
     * customers who had not bought before it.
     */
    public static BuyingHistories of(ActivityDays purchases, UnitOfTime unit, DataEnd end) {
        BuyingHistories histories = in(unit);
        ObservedDays observed = ObservedDays.before(end);
        Require.present("purchases", purchases).forEach(days -> histories.addDays(days, observed));
        return histories;
    }

    /** The same of customers whose revenue is known by day; days of purchases free of charge count too. */
    public static BuyingHistories of(RevenueDays revenue, UnitOfTime unit, DataEnd end) {
        return of(Require.present("revenue", revenue).activity(), unit, end);
    }

    /** Collects histories, also in parallel; those in another unit are converted. */
    public static Collector<BuyingHistory, ?, BuyingHistories> collector(UnitOfTime unit) {
        Require.present("unit", unit);
        return Collector.of(
                () -> in(unit),
                BuyingHistories::add,
                BuyingHistories::merge,
                Collector.Characteristics.UNORDERED,
                Collector.Characteristics.IDENTITY_FINISH);
    }

    /** Adds one customer; times in another unit are converted. */
    public void add(BuyingHistory history) {
        BuyingHistory own = history.in(unit);
        add(own.frequency(), own.recency(), own.age());
    }

    /** Adds one customer without making an object. A refusal names the row, counted from 1. */
    public void add(int frequency, double recency, double age) {
        add(frequency, recency, age, 1);
    }

    /** Adds so many customers of the same history. A refusal names the row, counted from 1. */
    public void add(int frequency, double recency, double age, long customers) {
        rows++;
        BuyingHistory.check(rows, frequency, recency, age);
        BuyingHistory.require(customers > 0, rows, "customers", "is not above 0", "count the customers");
        table.add(frequency, recency + 0.0, age + 0.0, customers);
    }

    private void addDays(CustomerDays days, ObservedDays observed) {
        int n = observed.count(days);
        if (n > 0) {
            add(n - 1, unit.ofDays(observed.recency(days)), unit.ofDays(observed.age(days)));
        }
    }

    /** Takes over what the other, of the same unit, holds; the other stays as it is. Returns this. */
    public BuyingHistories merge(BuyingHistories other) {
        Require.that(unit == other.unit, "other", "counts in " + other.unit + ", not " + unit, "use one unit");
        table.addAll(other.table);
        rows += other.rows;
        return this;
    }

    /** The unit of the times. */
    public UnitOfTime unit() {
        return unit;
    }

    /** The number of customers. */
    public long customers() {
        return table.customers();
    }

    /** The number of different histories. */
    public int distinct() {
        return table.size();
    }

    /** The different histories, by frequency, recency and age. Takes n log n. */
    public List<BuyingHistory> histories() {
        List<BuyingHistory> histories = new ArrayList<>(table.size());
        table.forEach(
                (frequency, recency, age, count) -> histories.add(new BuyingHistory(frequency, recency, age, unit)));
        histories.sort(Comparator.comparingInt(BuyingHistory::frequency)
                .thenComparingDouble(BuyingHistory::recency)
                .thenComparingDouble(BuyingHistory::age));
        return histories;
    }

    /** How many customers have the given history. */
    public long count(BuyingHistory history) {
        BuyingHistory own = history.in(unit);
        return table.count(own.frequency(), own.recency(), own.age());
    }

    SortedHistories sorted() {
        return new SortedHistories(table);
    }

    /** Whether the other holds the same customers in the same unit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BuyingHistories that && unit == that.unit && table.equals(that.table);
    }

    /** Changes with every customer that is added. */
    @Override
    public int hashCode() {
        return 31 * unit.hashCode() + table.hashCode();
    }

    @Override
    public String toString() {
        return "BuyingHistories[unit=" + unit + ", customers=" + customers() + ", distinct=" + distinct() + "]";
    }
}
