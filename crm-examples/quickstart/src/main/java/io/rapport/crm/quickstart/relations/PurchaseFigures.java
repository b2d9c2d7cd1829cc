package io.rapport.crm.quickstart.relations;

import io.rapport.crm.Retention;
import io.rapport.crm.quickstart.scorecard.Outlook;
import io.rapport.crm.quickstart.scorecard.Scorecard;
import io.rapport.crm.quickstart.scorecard.Scorecard.Cell;
import io.rapport.crm.quickstart.scorecard.Scorecard.Cohort;
import io.rapport.crm.quickstart.scorecard.Scorecard.Period;
import io.rapport.crm.quickstart.scorecard.Scorecard.Span;
import io.rapport.crm.quickstart.scorecard.Share;
import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.CalendarPeriod;
import io.rapport.crm.retention.CalendarUnit;
import io.rapport.crm.retention.CohortClock;
import io.rapport.crm.retention.CohortRow;
import io.rapport.crm.retention.CohortTable;
import io.rapport.crm.retention.Cohorts;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.LifeCycle;
import io.rapport.crm.retention.Matching;
import io.rapport.crm.retention.Rate;
import io.rapport.crm.retention.RepeatRate;
import io.rapport.crm.retention.RevenueDays;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What the orders say, from one reading of them. The data end with the day of the last order, in the zone: that day counts
 * as observed to its end, and a month or quarter that reaches beyond it is not complete.
 */
final class PurchaseFigures {

    private static final Cohorts MONTHLY =
            Cohorts.on(CohortClock.calendar(CalendarUnit.MONTH)).matching(Matching.on());

    private final ActivityDays days;
    private final SortedMap<CurrencyUnit, RevenueDays> revenue;
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;

    private PurchaseFigures(ZoneId zone, SortedMap<CurrencyUnit, RevenueDays> revenue) {
        this.revenue = revenue;
        days = ActivityDays.in(zone);
        revenue.values().forEach(each -> days.merge(each.activity()));
        days.forEach(customer -> {
            first = Math.min(first, customer.first());
            last = Math.max(last, customer.last());
        });
    }

    static PurchaseFigures read(Retention retention, ZoneId zone) {
        return new PurchaseFigures(zone, retention.revenueDays(zone));
    }

    Span span() {
        return new Span(firstDay(), lastDay(), days.zone());
    }

    /** The moment at which the data end. */
    Optional<Instant> end() {
        return lastDay().map(day -> day.plusDays(1).atStartOfDay(days.zone()).toInstant());
    }

    Scorecard.Purchases purchases() {
        return new Scorecard.Purchases(
                days.orders(),
                revenue.values().stream().map(PurchaseFigures::total).toList(),
                share(RepeatRate.byDays(days)),
                share(RepeatRate.byOrders(days)));
    }

    Scorecard.Retention retention() {
        return new Scorecard.Retention(periods(CalendarUnit.MONTH), periods(CalendarUnit.QUARTER));
    }

    Scorecard.Cohorts cohorts() {
        Optional<CohortTable> table = lastDay().map(day -> MONTHLY.of(days, DataEnd.lastDay(day)));
        return new Scorecard.Cohorts(
                "month",
                table.stream()
                        .flatMap(found -> found.rows().stream())
                        .map(PurchaseFigures::cohort)
                        .toList(),
                table.stream().flatMap(PurchaseFigures::averages).toList());
    }

    /**
     * Looks ahead in one currency, that of most customers, since amounts of several cannot be set against each other.
     *
     * @param key what to call a customer
     */
    Outlook outlook(Function<UUID, String> key) {
        Optional<RevenueDays> main = revenue.values().stream().max(Comparator.comparingInt(RevenueDays::customers));
        return main.flatMap(each -> lastDay().map(day -> new OutlookFigures(days, each, day).outlook(key)))
                .orElse(Outlook.NONE);
    }

    private static Money total(RevenueDays revenue) {
        BigInteger[] sum = {BigInteger.ZERO};
        revenue.forEach(customer -> sum[0] = sum[0].add(BigInteger.valueOf(customer.amountMinor())));
        return OutlookFigures.minor(revenue.currency(), new BigDecimal(sum[0]));
    }

    private List<Period> periods(CalendarUnit unit) {
        if (firstDay().isEmpty() || lastDay().isEmpty()) {
            return List.of();
        }
        LocalDate end = lastDay().get().plusDays(1);
        return Stream.iterate(
                        unit.containing(firstDay().get()),
                        period -> period.start().isBefore(end),
                        CalendarPeriod::next)
                .map(period -> period(LifeCycle.of(days, period), !period.end().isAfter(end)))
                .toList();
    }

    private static Period period(LifeCycle life, boolean complete) {
        return new Period(
                life.period().toString(),
                complete,
                life.end(),
                share(life.retention()),
                life.newCustomers(),
                life.reactivated());
    }

    /** The cells after the cohort's own period, in which by definition all were active. */
    private static Cohort cohort(CohortRow row) {
        return new Cohort(
                row.cohort().toString(),
                row.size(),
                row.cells().stream()
                        .skip(1)
                        .map(cell -> new Cell(share(cell.rate()), cell.complete()))
                        .toList());
    }

    private static Stream<Share> averages(CohortTable table) {
        return IntStream.range(1, table.columns()).mapToObj(column -> share(table.average(column)));
    }

    private static Share share(Rate rate) {
        return new Share(rate.numerator(), rate.denominator());
    }

    private Optional<LocalDate> firstDay() {
        return day(first);
    }

    private Optional<LocalDate> lastDay() {
        return day(last);
    }

    private Optional<LocalDate> day(int epochDay) {
        return days.customers() == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(epochDay));
    }
}
