package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collector;

/**
 * What every figure of this package is computed from: each customer's distinct local days of activity, and how many
 * activities ("orders") there were on them. Facts may come in any order and be spread over any number of accumulators,
 * one customer over several; merging these in any order gives the same as one pass. A fact that is added twice counts
 * as two orders on the same day.
 *
 * <p>Makes no object for an activity. Holds 28 bytes for each customer and four for each distinct day. What was added
 * since somebody last looked waits, in 8 bytes each for customers known by a number below 2^31 and 24 for others; at most
 * as many wait as there are distinct days, or 16 million. Adding takes constant time on average, in any order of time; merging
 * is linear. Not thread-safe, also for readers, since looking sorts in what waits: one per thread, then merge.
 *
 * <pre>{@code
 * ActivityDays purchases = orders.stream().collect(ActivityDays.collector(ZoneId.of("Europe/Madrid")));
 * Rate retention = LifeCycle.of(purchases, CalendarPeriod.quarter(1997, 3)).retention();
 * }</pre>
 */
public final class ActivityDays implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ZoneId zone;
    private final DayTable table;

    private ActivityDays(ZoneId zone) {
        this(zone, new DayTable(false));
    }

    ActivityDays(ZoneId zone, DayTable table) {
        this.zone = Require.present("zone", zone);
        this.table = table;
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

    /** Adds one activity of which only the local day is known, counted from 1970-01-01, without making an object. */
    public void addDay(UUID customer, int epochDay) {
        addOrder(customer, Day.of("epochDay", epochDay));
    }

    /**
     * Adds one activity of a customer whom the host knows by a number, without making an object. Customer n is the same
     * as {@code new UUID(0, n)}.
     *
     * @param epochDay the local day, counted from 1970-01-01
     */
    public void addDay(long customer, int epochDay) {
        table.add(0, customer, Day.of("epochDay", epochDay), 0);
    }

    private void addOrder(UUID customer, int day) {
        Require.present("customer", customer);
        table.add(customer.getMostSignificantBits(), customer.getLeastSignificantBits(), day, 0);
    }

    /** Takes over what the other, of the same zone, holds; the other stays as it is. Returns this. */
    public ActivityDays merge(ActivityDays other) {
        Require.that(
                zone.equals(other.zone),
                "other",
                "has its days in zone " + other.zone + ", not " + zone,
                "collect all parts in one zone");
        table.merge(other.table);
        return this;
    }

    /**
     * Deals the customers out to so many accumulators, each customer with all days to one of them, so that threads of
     * the host can count one share each and merge the counts. Linear in what waits; later changes of this do not show.
     *
     * @param shares 1 to 256
     */
    public List<ActivityDays> split(int shares) {
        Require.between("shares", shares, 1, CustomerKey.PARTS);
        return table.split(shares).stream()
                .map(share -> new ActivityDays(zone, share))
                .toList();
    }

    /** The zone whose days are counted. */
    public ZoneId zone() {
        return zone;
    }

    /** The number of customers with any activity. */
    public int customers() {
        return table.customers();
    }

    /** The customers with any activity now, in the order in which {@link #forEach} shows them. */
    public Set<UUID> customerIds() {
        return table.customerIds();
    }

    /** The number of activities, several on one day included. */
    public long orders() {
        long[] sum = new long[1];
        forEach(days -> sum[0] += days.orders());
        return sum[0];
    }

    /** The distinct days of one customer in order; empty for an unknown one. */
    public List<LocalDate> days(UUID customer) {
        List<LocalDate> found = new ArrayList<>();
        table.find(Require.present("customer", customer), days -> {
            for (int i = 0; i < days.size(); i++) {
                found.add(LocalDate.ofEpochDay(days.day(i)));
            }
        });
        return List.copyOf(found);
    }

    int firstDay() {
        return table.firstDay();
    }

    /** Whether days can be shown at once, or at the cost of sorting. */
    boolean hasWaiting() {
        return table.hasWaiting();
    }

    /** Shows the periods of each customer, and sorts nothing. */
    void forEach(PeriodBits bits, PeriodBits.Reader reader) {
        table.forEach(bits, reader);
    }

    /**
     * Shows every customer's days, one after another in an order that depends on nothing but the customers. The shown
     * object is the same each time.
     */
    public void forEach(Consumer<? super CustomerDays> reader) {
        table.forEach(reader);
    }

    /** Whether the other holds the same days and numbers of orders of the same customers in the same zone. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ActivityDays that && zone.equals(that.zone) && table.equals(that.table);
    }

    /** Changes with every fact that is added. */
    @Override
    public int hashCode() {
        return 31 * zone.hashCode() + table.hashCode();
    }

    /** Numbers only; ids of customers stay out of logs. */
    @Override
    public String toString() {
        return "ActivityDays[zone=" + zone + ", customers=" + customers() + "]";
    }
}
