package io.rapport.crm.retention.survival;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.internal.CountTable;
import java.io.Serializable;
import java.util.stream.Collector;

/**
 * How many lifetimes ended with the event, ended censored, or began late at which time: all that {@link KaplanMeier},
 * {@link NelsonAalen} and {@link LogRank} need. Lifetimes may come in any order and be spread over any number of
 * tables; merging these in any order and tree gives the same, bit by bit, as one pass, also with weights that are no
 * whole numbers. One customer is one lifetime.
 *
 * <p>Holds some 90 bytes for each distinct pair of time and weight, and makes no object for a lifetime. A lifetime that
 * makes no sense is refused with the number of its row, counted from 1 as this table was given them; it is not counted.
 * Not thread-safe: one per thread, then merge.
 *
 * <pre>{@code
 * SurvivalTable table = SurvivalTable.untilSecondDay(purchases, DataEnd.before(today));
 * KaplanMeier curve = KaplanMeier.of(table);
 * }</pre>
 */
public final class SurvivalTable implements Serializable {

    private static final long serialVersionUID = 1L;

    static final int EVENTS = 0;
    static final int CENSORED = 1;
    static final int ENTRIES = 2;

    private final CountTable counts = new CountTable(3);
    private long lifetimes;
    private long row;

    /** A table without lifetimes. */
    public SurvivalTable() {}

    /** Collects lifetimes, also in parallel. */
    public static Collector<Lifetime, ?, SurvivalTable> collector() {
        return Collector.of(
                SurvivalTable::new,
                SurvivalTable::add,
                SurvivalTable::merge,
                Collector.Characteristics.UNORDERED,
                Collector.Characteristics.IDENTITY_FINISH);
    }

    /**
     * The days from each customer's first day of activity to the second. Who has not come back is censored on the last
     * day that was observed; customers first active after the end of the data are left out.
     */
    public static SurvivalTable untilSecondDay(ActivityDays activity, DataEnd dataEnd) {
        SurvivalTable table = new SurvivalTable();
        int end = Math.toIntExact(
                Require.present("dataEnd", dataEnd).firstUnobservedDay().toEpochDay());
        activity.forEach(customer -> {
            if (customer.first() < end) {
                boolean cameBack = customer.size() > 1 && customer.day(1) < end;
                table.add((cameBack ? customer.day(1) : end - 1) - customer.first(), cameBack);
            }
        });
        return table;
    }

    /** Adds a lifetime. */
    public void add(Lifetime lifetime) {
        add(lifetime.entry(), lifetime.duration(), lifetime.observed(), lifetime.weight());
    }

    /** Adds a lifetime that was watched from its beginning, without making an object. */
    public void add(double duration, boolean observed) {
        add(0, duration, observed, 1);
    }

    /** Adds a lifetime with the terms of {@link Lifetime}, without making an object. */
    public void add(double entry, double duration, boolean observed, double weight) {
        row++;
        check(Double.isFinite(duration) && duration >= 0, "has a duration below 0", "give a finite time of 0 or more");
        check(Double.isFinite(entry) && entry >= 0, "has an entry below 0", "give a finite time of 0 or more");
        check(entry == 0 || entry < duration, "enters no earlier than it ends", "leave out whom nobody watched");
        check(Double.isFinite(weight) && weight > 0, "has no weight above 0", "give a finite weight above 0");
        counts.add(duration, weight, observed ? EVENTS : CENSORED, 1);
        if (entry > 0) {
            counts.add(entry, weight, ENTRIES, 1);
        }
        lifetimes++;
    }

    private void check(boolean holds, String problem, String remedy) {
        if (!holds) {
            throw new InvalidInputException("row " + row, problem, remedy);
        }
    }

    /** Takes over what the other holds; the other stays as it is. Returns this. */
    public SurvivalTable merge(SurvivalTable other) {
        counts.merge(other.counts);
        lifetimes += other.lifetimes;
        row += other.row;
        return this;
    }

    /** The number of lifetimes, whatever their weight. */
    public long lifetimes() {
        return lifetimes;
    }

    CountTable.Rows rows() {
        return counts.rows();
    }

    /** Whether the other holds the same lifetimes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SurvivalTable that && lifetimes == that.lifetimes && counts.equals(that.counts);
    }

    /** Changes with every lifetime that is added. */
    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return "SurvivalTable[lifetimes=" + lifetimes + "]";
    }
}
