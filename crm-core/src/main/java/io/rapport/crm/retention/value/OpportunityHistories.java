package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many customers have which history of opportunities: the data that {@link BgBb} is fitted to. Rows may be spread over
 * any number of accumulators and merged in any order and tree. Not thread-safe: one per thread, then merge.
 */
public final class OpportunityHistories implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Horizon period;
    private final TreeMap<OpportunityHistory, Long> counts = new TreeMap<>();

    private OpportunityHistories(Horizon period) {
        this.period = Require.present("period", period);
        Require.that(period.length() > 0, "period", "has no length", "give a period such as Horizon.years(1)");
    }

    /** No customers yet; there is one opportunity in each period. */
    public static OpportunityHistories every(Horizon period) {
        return new OpportunityHistories(period);
    }

    /** Adds one customer. */
    public void add(OpportunityHistory history) {
        add(history, 1);
    }

    /** Adds so many customers of the same history. */
    public void add(OpportunityHistory history, long customers) {
        counts.merge(Require.present("history", history), Require.positive("customers", customers), Math::addExact);
    }

    /** Takes over what the other, of the same period, holds; the other stays as it is. Returns this. */
    public OpportunityHistories merge(OpportunityHistories other) {
        Require.that(period.equals(other.period), "other", "has another period", "use one period");
        new TreeMap<>(other.counts).forEach(this::add);
        return this;
    }

    /** The time from one opportunity to the next. */
    public Horizon period() {
        return period;
    }

    /** The number of customers. */
    public long customers() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many customers have which history, in order; a view that cannot be changed. */
    public SortedMap<OpportunityHistory, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpportunityHistories that && period.equals(that.period) && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * period.hashCode() + counts.hashCode();
    }

    @Override
    public String toString() {
        return "OpportunityHistories[period=" + period + ", customers=" + customers() + "]";
    }
}
