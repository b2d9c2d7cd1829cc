package io.rapport.crm;

import io.rapport.crm.fault.Require;
import io.rapport.crm.interaction.InteractionFilter;
import io.rapport.crm.interaction.InteractionRepository;
import io.rapport.crm.purchase.PurchaseFact;
import io.rapport.crm.purchase.PurchaseRepository;
import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.MixedCurrenciesException;
import io.rapport.crm.retention.RevenueDays;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/**
 * Reads what the figures of {@code io.rapport.crm.retention} are computed from out of the store, as one statement that
 * streams: memory grows with the customers and their distinct days, never with the rows. Inside a transaction it sees
 * what that wrote. Thread-safe outside a transaction.
 *
 * <pre>{@code
 * ActivityDays purchases = crm.retention().purchaseDays(ZoneId.of("Europe/Zagreb"));
 * Rate kept = LifeCycle.of(purchases, CalendarPeriod.quarter(2026, 3)).retention();
 *
 * RevenueDays revenue = crm.retention().since(yearsAgo).revenueDays(zone, CurrencyUnit.EUR);
 * RfmValues values = RfmValues.of(revenue, today, Frequency.PURCHASE_DAYS, Monetary.SUM);
 * }</pre>
 */
public final class Retention {

    /** Local days are counted in the years 1 to 9999. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Workspace workspace;
    private final Instant from;
    private final Instant until;

    Retention(Workspace workspace) {
        this(workspace, FIRST, LAST);
    }

    private Retention(Workspace workspace, Instant from, Instant until) {
        this.workspace = workspace;
        this.from = Require.present("from", from);
        this.until = Require.present("until", until);
    }

    /**
     * The same, of a period only. Figures that ask for the first purchase ever, such as cohorts, then take the first one
     * in the period for it.
     *
     * @param start inclusive
     * @param end exclusive, not before {@code start}
     */
    public Retention between(Instant start, Instant end) {
        Require.that(
                !Require.present("until", end).isBefore(Require.present("from", start)),
                "until",
                "is before from",
                "give the later end of the period");
        return new Retention(workspace, start, end);
    }

    /** The same, without what was before an instant; see {@link #between}. */
    public Retention since(Instant start) {
        return between(start, until);
    }

    /** The same, without what was at an instant or later: what was known then. */
    public Retention before(Instant end) {
        return between(from, end);
    }

    /** The local days on which each customer bought, in a zone. */
    public ActivityDays purchaseDays(ZoneId zone) {
        ActivityDays days = ActivityDays.in(zone);
        workspace.reading(unit -> {
            unit.repository(PurchaseRepository.class).forEachTime(from, until, days::add);
            return true;
        });
        return days;
    }

    /** The local days on which there was any contact with each customer, in a zone. */
    public ActivityDays interactionDays(ZoneId zone) {
        return interactionDays(zone, InteractionFilter.any());
    }

    /**
     * The local days on which there was contact of some sort with each customer, in a zone. What the customer did
     * without being asked is {@code InteractionFilter.any().directions(Direction.IN)}.
     */
    public ActivityDays interactionDays(ZoneId zone, InteractionFilter filter) {
        Require.present("filter", filter);
        ActivityDays days = ActivityDays.in(zone);
        workspace.reading(unit -> {
            unit.repository(InteractionRepository.class).forEachTime(from, until, filter, days::add);
            return true;
        });
        return days;
    }

    /**
     * What each customer spent on each local day of a zone, where all purchases are in one currency.
     *
     * @throws MixedCurrenciesException naming the currencies, if any purchase is in another one; then
     *     {@link #revenueDays(ZoneId)} reads each on its own
     */
    public RevenueDays revenueDays(ZoneId zone, CurrencyUnit currency) {
        RevenueDays days = RevenueDays.in(zone, currency);
        TreeSet<CurrencyUnit> found = new TreeSet<>();
        forEachPurchase((customer, at, amountMinor, its) -> {
            if (its.equals(currency)) {
                days.add(customer, at, amountMinor, its);
            } else {
                found.add(its);
            }
        });
        if (!found.isEmpty()) {
            if (days.customers() > 0) {
                found.add(currency);
            }
            throw new MixedCurrenciesException(currency, found);
        }
        return days;
    }

    /** What each customer spent on each local day of a zone, apart for each currency in use; by code. */
    public SortedMap<CurrencyUnit, RevenueDays> revenueDays(ZoneId zone) {
        Require.present("zone", zone);
        TreeMap<CurrencyUnit, RevenueDays> days = new TreeMap<>();
        forEachPurchase((customer, at, amountMinor, currency) -> days.computeIfAbsent(
                        currency, its -> RevenueDays.in(zone, its))
                .add(customer, at, amountMinor, currency));
        return days;
    }

    private void forEachPurchase(PurchaseFact.Reader reader) {
        workspace.reading(unit -> {
            unit.repository(PurchaseRepository.class).forEachFact(from, until, reader);
            return true;
        });
    }
}
