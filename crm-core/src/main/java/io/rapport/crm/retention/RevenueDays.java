package io.rapport.crm.retention;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What each customer spent on each local day, in minor units of one currency: the facts behind net and gross revenue
 * retention, revenue cohorts and RFM. Facts may come in any order and be spread over any number of accumulators, one
 * customer over several; merging these in any order and tree gives the same, bit by bit, as one pass.
 *
 * <p>A fact in another currency, or below 0, is refused with the number of its row, counted from 1 in the order in
 * which this accumulator was given them; it is not counted, and adding can go on. Money back belongs to the purchase
 * that it was paid for: give the purchase with what was kept of it. Amounts of 0 are purchases.
 *
 * <p>Makes no object for a fact. Holds 28 bytes for each customer and twelve for each distinct day. Not thread-safe,
 * also for readers: one per thread, then merge.
 */
public final class RevenueDays implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ZoneId zone;
    private final CurrencyUnit currency;
    private final DayTable table;
    private long row;

    private RevenueDays(ZoneId zone, CurrencyUnit currency, DayTable table) {
        this.zone = Require.present("zone", zone);
        this.currency = Require.present("currency", currency);
        this.table = table;
    }

    /** No revenue yet; days will be local days in the given zone, amounts in the given currency. */
    public static RevenueDays in(ZoneId zone, CurrencyUnit currency) {
        return new RevenueDays(zone, currency, new DayTable(true));
    }

    /** Adds a purchase, as money with the decimals of its currency. */
    public void add(UUID customer, Instant at, Money amount) {
        add(customer, at, amount.getAmountMinorLong(), amount.getCurrencyUnit());
    }

    /** Adds a purchase without making an object for it. */
    public void add(UUID customer, Instant at, long amountMinor, CurrencyUnit itsCurrency) {
        addRow(customer, Day.of("at", at, zone), amountMinor, itsCurrency);
    }

    /** Adds a purchase of which only the local day is known. */
    public void addDay(UUID customer, LocalDate day, long amountMinor, CurrencyUnit itsCurrency) {
        addRow(customer, Day.of("day", day), amountMinor, itsCurrency);
    }

    /** Adds a purchase in the currency of this accumulator, its local day counted from 1970-01-01. */
    public void addDay(UUID customer, int epochDay, long amountMinor) {
        addRow(customer, Day.of("epochDay", epochDay), amountMinor, currency);
    }

    /**
     * Adds a purchase in the currency of this accumulator by a customer whom the host knows by a number. Customer n is
     * the same as {@code new UUID(0, n)}.
     *
     * @param epochDay the local day, counted from 1970-01-01
     */
    public void addDay(long customer, int epochDay, long amountMinor) {
        check(amountMinor, currency);
        table.add(0, customer, Day.of("epochDay", epochDay), amountMinor);
    }

    private void addRow(UUID customer, int day, long amountMinor, CurrencyUnit itsCurrency) {
        check(amountMinor, itsCurrency);
        Require.present("customer", customer);
        table.add(customer.getMostSignificantBits(), customer.getLeastSignificantBits(), day, amountMinor);
    }

    private void check(long amountMinor, CurrencyUnit itsCurrency) {
        row++;
        if (!currency.equals(itsCurrency)) {
            throw new InvalidInputException(
                    "row " + row, "is in " + itsCurrency + ", not " + currency, "keep one accumulator per currency");
        }
        if (amountMinor < 0) {
            throw new InvalidInputException(
                    "row " + row, "has an amount below 0", "take money back off the purchase it was paid for");
        }
    }

    /** Takes over what the other, of the same zone and currency, holds; the other stays as it is. Returns this. */
    public RevenueDays merge(RevenueDays other) {
        Require.that(
                zone.equals(other.zone),
                "other",
                "has its days in zone " + other.zone + ", not " + zone,
                "collect all parts in one zone");
        Require.that(
                currency.equals(other.currency),
                "other",
                "is in " + other.currency + ", not " + currency,
                "keep one accumulator per currency");
        table.merge(other.table);
        row += other.row;
        return this;
    }

    /** The same purchases without their amounts. */
    public ActivityDays activity() {
        return new ActivityDays(zone, table.withoutAmounts());
    }

    /**
     * Deals the customers out to so many accumulators, each customer with all days to one of them, so that threads of
     * the host can count one share each and merge the counts. Linear in what waits; later changes of this do not show.
     *
     * @param shares 1 to 256
     */
    public List<RevenueDays> split(int shares) {
        Require.between("shares", shares, 1, CustomerKey.PARTS);
        return table.split(shares).stream()
                .map(share -> new RevenueDays(zone, currency, share))
                .toList();
    }

    /** The zone whose days are counted. */
    public ZoneId zone() {
        return zone;
    }

    /** What the minor units are of. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** The number of customers who bought anything. */
    public int customers() {
        return table.customers();
    }

    /** The customers who bought anything until now, in the order in which {@link #forEach} shows them. */
    public Set<UUID> customerIds() {
        return table.customerIds();
    }

    /** All revenue in minor units. */
    public long totalMinor() {
        long[] sum = new long[1];
        forEach(days -> sum[0] = Math.addExact(sum[0], days.amountMinor()));
        return sum[0];
    }

    int firstDay() {
        return table.firstDay();
    }

    /**
     * Shows every customer's days and amounts, one after another in an order that depends on nothing but the customers.
     * The shown object is the same each time.
     */
    public void forEach(Consumer<? super CustomerDays> reader) {
        table.forEach(reader);
    }

    /** Shows one customer's days and amounts; returns whether there are any. */
    public boolean find(UUID customer, Consumer<? super CustomerDays> reader) {
        return table.find(Require.present("customer", customer), reader);
    }

    /** Whether the other holds the same days, amounts and numbers of orders of the same customers. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RevenueDays that
                && zone.equals(that.zone)
                && currency.equals(that.currency)
                && table.equals(that.table);
    }

    /** Changes with every fact that is added. */
    @Override
    public int hashCode() {
        return 31 * (31 * zone.hashCode() + currency.hashCode()) + table.hashCode();
    }

    /** Numbers only; ids of customers stay out of logs. */
    @Override
    public String toString() {
        return "RevenueDays[zone=" + zone + ", currency=" + currency + ", customers=" + customers() + "]";
    }
}
