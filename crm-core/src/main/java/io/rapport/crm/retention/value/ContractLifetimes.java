package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many contracts ended in which period of theirs, and how many still run: the data that
 * {@link ShiftedBetaGeometric} and {@link BetaDiscreteWeibull} are fitted to. May be spread over any number of accumulators
 * and merged in any order and tree. Not thread-safe: one per thread, then merge.
 */
public final class ContractLifetimes implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Horizon period;
    private final TreeMap<Integer, Long> ended = new TreeMap<>();
    private final TreeMap<Integer, Long> running = new TreeMap<>();

    private ContractLifetimes(Horizon period) {
        this.period = Require.present("period", period);
        Require.that(period.length() > 0, "period", "has no length", "give a period such as Horizon.years(1)");
    }

    /** No contracts yet; a contract is renewed, or not, at the end of each period. */
    public static ContractLifetimes every(Horizon period) {
        return new ContractLifetimes(period);
    }

    /**
     * A cohort of contracts of which so many were left after each period, such as 1000, 869, 743.
     *
     * @param left how many at the start, after one period, and so on; never rising
     */
    public static ContractLifetimes ofSurvivors(Horizon period, List<Long> left) {
        ContractLifetimes lifetimes = every(period);
        List<Long> counts = Require.list("left", left);
        for (int i = 1; i < counts.size(); i++) {
            long lost = counts.get(i - 1) - counts.get(i);
            Require.that(lost >= 0, "left[" + i + "]", "is more than before", "give counts that never rise");
            if (lost > 0) {
                lifetimes.addEnded(i, lost);
            }
        }
        if (!counts.isEmpty() && counts.get(counts.size() - 1) != 0) {
            lifetimes.addRunning(counts.size() - 1, counts.get(counts.size() - 1));
        }
        return lifetimes;
    }

    /** Adds contracts that were not renewed at the end of their period with this number, from 1. */
    public void addEnded(int inPeriod, long contracts) {
        Require.that(inPeriod >= 1, "inPeriod", "is below 1", "number the periods from 1");
        ended.merge(inPeriod, Require.positive("contracts", contracts), Math::addExact);
    }

    /** Adds contracts that were renewed so many times, and still run. */
    public void addRunning(int periods, long contracts) {
        Require.that(periods >= 0, "periods", "is below 0", "count the renewals");
        running.merge(periods, Require.positive("contracts", contracts), Math::addExact);
    }

    /** Takes over what the other, of the same period, holds; the other stays as it is. Returns this. */
    public ContractLifetimes merge(ContractLifetimes other) {
        Require.that(period.equals(other.period), "other", "has another period", "use one period");
        new TreeMap<>(other.ended).forEach(this::addEnded);
        new TreeMap<>(other.running).forEach(this::addRunning);
        return this;
    }

    /** How long a contract runs before it is renewed or not. */
    public Horizon period() {
        return period;
    }

    /** How many contracts ended in which period; a view that cannot be changed. */
    public SortedMap<Integer, Long> ended() {
        return Collections.unmodifiableSortedMap(ended);
    }

    /** How many running contracts were renewed how often; a view that cannot be changed. */
    public SortedMap<Integer, Long> running() {
        return Collections.unmodifiableSortedMap(running);
    }

    /** The number of contracts. */
    public long contracts() {
        return sum(ended) + sum(running);
    }

    /** Why no lifetime model can be told from these contracts; empty if one may. */
    String unidentifiable() {
        if (contracts() < 2) {
            return contracts() == 0 ? "there are no contracts" : "one contract shows nothing of how customers differ";
        }
        if (ended.isEmpty()) {
            return "no contract has ended yet";
        }
        boolean undecided = running.isEmpty() || running.lastKey() == 0;
        return undecided && ended.size() == 1 ? "every contract ended in the same period" : "";
    }

    private static long sum(SortedMap<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContractLifetimes that
                && period.equals(that.period)
                && ended.equals(that.ended)
                && running.equals(that.running);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * period.hashCode() + ended.hashCode()) + running.hashCode();
    }

    @Override
    public String toString() {
        return "ContractLifetimes[period=" + period + ", contracts=" + contracts() + "]";
    }
}
