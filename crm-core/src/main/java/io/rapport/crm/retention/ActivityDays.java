package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.IntStream;

/**
 * What every figure of this package is computed from: each customer's distinct local days of activity, and how many
 * activities ("orders") there were on them. Facts may come in any order and be spread over any number of accumulators,
 * one customer over several; merging these in any order gives the same as one pass. A fact that is added twice counts
 * as two orders on the same day.
 *
 * <p>Holds four bytes for each distinct day of a customer, and nothing for each activity. Adding takes constant time
 * for facts in order of time; merging is linear. Not thread-safe: one per thread, then merge.
 *
 * <pre>{@code
 * ActivityDays purchases = orders.stream().collect(ActivityDays.collector(ZoneId.of("Europe/Madrid")));
 * Rate retention = LifeCycle.of(purchases, CalendarPeriod.quarter(1997, 3)).retention();
 * }</pre>
 */
public final class ActivityDays implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ZoneId zone;
    private final Map<UUID, DaySet> byCustomer = new HashMap<>();

    private ActivityDays(ZoneId zone) {
        this.zone = Require.present("zone", zone);
    }

    /** No activity yet; days will be local days in the given zone. */
    public static ActivityDays in(ZoneId zone) {
        return new ActivityDays(zone);
    }

    /** Collects activities into local days of the given zone, also in parallel. */
    public static Collector<Activity, ?, ActivityDays> collector(ZoneId zone) {
        Require.present("zone", zone);
        return Collector.of(
                () -> in(zone),
                ActivityDays::add,
                ActivityDays::merge,
                Collector.Characteristics.UNORDERED,
                Collector.Characteristics.IDENTITY_FINISH);
    }

    /** Adds one activity. */
    public void add(Activity activity) {
        add(activity.customer(), activity.at());
    }

    /** Adds one activity without making an object for it. */
    public void add(UUID customer, Instant at) {
        addOrder(customer, Day.of("at", at, zone));
    }

    /** Adds one activity of which only the local day is known. */
    public void addDay(UUID customer, LocalDate day) {
        addOrder(customer, Day.of("day", day));
    }

    private void addOrder(UUID customer, int day) {
        byCustomer
                .computeIfAbsent(Require.present("customer", customer), absent -> new DaySet())
                .addOrder(day);
    }

    /** Takes over what the other, of the same zone, holds; the other stays as it is. Returns this. */
    public ActivityDays merge(ActivityDays other) {
        Require.that(
                zone.equals(other.zone),
                "other",
                "has its days in zone " + other.zone + ", not " + zone,
                "collect all parts in one zone");
        other.byCustomer.forEach((customer, theirs) -> {
            DaySet ours = byCustomer.get(customer);
            if (ours == null) {
                byCustomer.put(customer, theirs.copy());
            } else {
                ours.merge(theirs);
            }
        });
        return this;
    }

    /** The zone whose days are counted. */
    public ZoneId zone() {
        return zone;
    }

    /** The number of customers with any activity. */
    public int customers() {
        return byCustomer.size();
    }

    /** The customers with any activity, in no order; a view that cannot be changed. */
    public Set<UUID> customerIds() {
        return Collections.unmodifiableSet(byCustomer.keySet());
    }

    /** The number of activities, several on one day included. */
    public long orders() {
        return daySets().stream().mapToLong(DaySet::orders).sum();
    }

    /** The distinct days of one customer in order; empty for an unknown one. */
    public List<LocalDate> days(UUID customer) {
        DaySet days = byCustomer.getOrDefault(customer, new DaySet());
        return IntStream.range(0, days.size())
                .mapToObj(i -> LocalDate.ofEpochDay(days.day(i)))
                .toList();
    }

    Collection<DaySet> daySets() {
        return Collections.unmodifiableCollection(byCustomer.values());
    }

    /** Whether the other holds the same days and numbers of orders of the same customers in the same zone. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ActivityDays that && zone.equals(that.zone) && byCustomer.equals(that.byCustomer);
    }

    /** Changes with every fact that is added. */
    @Override
    public int hashCode() {
        return 31 * zone.hashCode() + byCustomer.hashCode();
    }

    /** Numbers only; ids of customers stay out of logs. */
    @Override
    public String toString() {
        return "ActivityDays[zone=" + zone + ", customers=" + customers() + "]";
    }
}
