package io.rapport.crm.retention.value;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.DataEnd;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * What each customer spent on which local day, in one currency: the facts behind {@link BuyingHistories},
 * {@link SpendHistories} and {@link Holdout}. Several purchases of one day are one, with their sum. Facts may come in any
 * order and be spread over any number of accumulators, one customer over several; merging these in any order gives the
 * same as one pass. Not thread-safe: one per thread, then merge.
 *
 * <p>In what is made of it, T runs from the first purchase to the last observed day, the first purchase counts neither for
 * frequency nor for spend, and days at or after the end of the observation are left out.
 */
public final class PurchaseDays implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final ZoneId zone;
    private final CurrencyUnit currency;
    private final Map<UUID, TreeMap<LocalDate, Long>> byCustomer = new HashMap<>();

    private PurchaseDays(ZoneId zone, CurrencyUnit currency) {
        this.zone = Require.present("zone", zone);
        this.currency = Require.present("currency", currency);
    }

    /** No purchases yet; days will be local days in the given zone, amounts in the given currency. */
    public static PurchaseDays in(ZoneId zone, CurrencyUnit currency) {
        return new PurchaseDays(zone, currency);
    }

    /**
     * Adds one purchase.
     *
     * @param amountMinor what was paid, in minor units such as cents, from 0
     * @param amountCurrency must be the one of this accumulator
     */
    public void add(UUID customer, Instant at, long amountMinor, CurrencyUnit amountCurrency) {
        addDay(customer, Require.present("at", at).atZone(zone).toLocalDate(), amountMinor, amountCurrency);
    }

    /** Adds one purchase of which only the local day is known. */
    public void addDay(UUID customer, LocalDate day, long amountMinor, CurrencyUnit amountCurrency) {
        Require.present("customer", customer);
        int year = Require.present("day", day).getYear();
        Require.that(
                year >= FIRST_YEAR && year <= LAST_YEAR,
                "day",
                "is out of range",
                "give a time in the years 1 to 9999");
        Require.that(amountMinor >= 0, "amountMinor", "is negative", "leave refunds out, or net them first");
        requireCurrency("amountCurrency", amountCurrency);
        plus(byCustomer.computeIfAbsent(customer, absent -> new TreeMap<>()), day, amountMinor);
    }

    private static void plus(Map<LocalDate, Long> days, LocalDate day, long amount) {
        try {
            days.merge(day, amount, Math::addExact);
        } catch (ArithmeticException overflow) {
            throw new InvalidInputException("amountMinor", "makes a day's sum overflow", "check the amounts");
        }
    }

    private void requireCurrency(String field, CurrencyUnit other) {
        Require.that(
                currency.equals(Require.present(field, other)),
                field,
                "is " + other + ", not " + currency,
                "convert the amounts, or keep one accumulator for each currency");
    }

    /** Takes over what the other, of the same zone and currency, holds; the other stays as it is. Returns this. */
    public PurchaseDays merge(PurchaseDays other) {
        Require.that(zone.equals(other.zone), "other", "has its days in zone " + other.zone, "collect in one zone");
        requireCurrency("other", other.currency);
        other.byCustomer.forEach((customer, days) -> {
            TreeMap<LocalDate, Long> ours = byCustomer.computeIfAbsent(customer, absent -> new TreeMap<>());
            new TreeMap<>(days).forEach((day, amount) -> plus(ours, day, amount));
        });
        return this;
    }

    /** The zone whose days are counted. */
    public ZoneId zone() {
        return zone;
    }

    /** The one currency. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** The customers with any purchase, in no order; a view that cannot be changed. */
    public Set<UUID> customerIds() {
        return Collections.unmodifiableSet(byCustomer.keySet());
    }

    /** The buying history of one customer; empty for one who had not bought before the end. */
    public Optional<BuyingHistory> history(UUID customer, UnitOfTime unit, DataEnd end) {
        Require.present("unit", unit);
        return observed(customer, end).map(days -> days.history(unit));
    }

    /** The spend of one customer on repeat purchases; empty for one who had not bought before the end. */
    public Optional<SpendHistory> spend(UUID customer, DataEnd end) {
        return observed(customer, end).map(days -> days.spend(currency));
    }

    /** The buying histories of all who had bought before the end. */
    public BuyingHistories histories(UnitOfTime unit, DataEnd end) {
        BuyingHistories histories = BuyingHistories.in(unit);
        byCustomer.keySet().forEach(customer -> history(customer, unit, end).ifPresent(histories::add));
        return histories;
    }

    /** The spend of all who had bought before the end. */
    public SpendHistories spend(DataEnd end) {
        SpendHistories spend = SpendHistories.in(currency);
        byCustomer.keySet().forEach(customer -> spend(customer, end).ifPresent(spend::add));
        return spend;
    }

    /** Splits the time: histories up to the first end, and purchases from there up to the second. */
    public Holdout holdout(UnitOfTime unit, DataEnd calibrationEnd, DataEnd holdoutEnd) {
        LocalDate from = Require.present("calibrationEnd", calibrationEnd).firstUnobservedDay();
        LocalDate to = Require.present("holdoutEnd", holdoutEnd).firstUnobservedDay();
        Require.that(to.isAfter(from), "holdoutEnd", "is not after calibrationEnd", "give a later end");
        Holdout holdout = Holdout.over(new Horizon(unit.ofDays(to.toEpochDay() - from.toEpochDay()), unit));
        byCustomer.forEach((customer, days) -> history(customer, unit, calibrationEnd)
                .ifPresent(history -> holdout.add(history, days.subMap(from, to).size())));
        return holdout;
    }

    private Optional<ObservedDays> observed(UUID customer, DataEnd end) {
        LocalDate to = Require.present("end", end).firstUnobservedDay();
        TreeMap<LocalDate, Long> days = byCustomer.getOrDefault(Require.present("customer", customer), new TreeMap<>());
        return days.isEmpty() || !days.firstKey().isBefore(to)
                ? Optional.empty()
                : Optional.of(new ObservedDays(days.headMap(to), to.minusDays(1)));
    }

    /** Whether the other holds the same days and amounts of the same customers. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseDays that
                && zone.equals(that.zone)
                && currency.equals(that.currency)
                && byCustomer.equals(that.byCustomer);
    }

    /** Changes with every purchase that is added. */
    @Override
    public int hashCode() {
        return 31 * (31 * zone.hashCode() + currency.hashCode()) + byCustomer.hashCode();
    }

    /** Numbers only; ids of customers stay out of logs. */
    @Override
    public String toString() {
        return "PurchaseDays[zone=" + zone + ", currency=" + currency + ", customers=" + byCustomer.size() + "]";
    }
}
