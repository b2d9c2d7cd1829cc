package io.rapport.crm.retention.health;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.CustomerDays;
import io.rapport.crm.retention.Ratio;
import io.rapport.crm.retention.RevenueDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Says of each customer, in figures, why they are at risk or valuable: how long they have been away against their own
 * usual interval, whether they buy more or less often, and what they spend against all others. Purchases after the day
 * that is looked from are left out, and so are customers who had not bought by then. Reads the purchases when asked;
 * not thread-safe while these change.
 */
public final class CustomerExplanations {

    private final RevenueDays revenue;
    private final LocalDate asOf;
    private final int asOfDay;
    private final int trendDays;
    private final long total;
    private final long customers;

    private CustomerExplanations(RevenueDays revenue, LocalDate asOf, int trendDays) {
        this.revenue = revenue;
        this.asOf = Require.present("asOf", asOf);
        this.trendDays = (int) Require.positive("trendDays", trendDays);
        asOfDay = Math.toIntExact(asOf.toEpochDay());
        long[] sums = new long[2];
        revenue.forEach(customer -> {
            if (customer.first() <= asOfDay) {
                sums[0] = Math.addExact(sums[0], spend(customer));
                sums[1]++;
            }
        });
        total = sums[0];
        customers = sums[1];
    }

    /**
     * Explanations as of a day. Takes one pass over all purchases for the sum that shares are taken of.
     *
     * @param trendDays how many days are "lately", such as 90; the trend sets them against as many days before
     */
    public static CustomerExplanations of(RevenueDays revenue, LocalDate asOf, int trendDays) {
        return new CustomerExplanations(revenue, asOf, trendDays);
    }

    /** The figures of one customer; empty if they had not bought by then. */
    public Optional<CustomerFigures> of(UUID customer) {
        List<CustomerFigures> found = new ArrayList<>(1);
        revenue.find(customer, days -> {
            if (days.first() <= asOfDay) {
                found.add(figures(days));
            }
        });
        return found.stream().findFirst();
    }

    /** Hands over the figures of every customer who had bought by then, one after another. */
    public void forEach(Consumer<? super CustomerFigures> reader) {
        revenue.forEach(days -> {
            if (days.first() <= asOfDay) {
                reader.accept(figures(days));
            }
        });
    }

    /**
     * What of the figures stands out, in the order of {@link FigureReason.Code}: away for more than twice the usual
     * interval, bought less often than half as often or more than twice as often as before, spends more than twice the
     * average.
     */
    public static List<FigureReason> reasons(CustomerFigures figures) {
        List<FigureReason> reasons = new ArrayList<>();
        figures.usualInterval().ifPresent(usual -> {
            if (figures.daysSinceLast() > 2 * usual) {
                reasons.add(new FigureReason(FigureReason.Code.OVERDUE, figures.daysSinceLast(), usual));
            }
        });
        figures.trend().ifPresent(trend -> {
            if (2 * trend.recent() < trend.earlier()) {
                reasons.add(new FigureReason(FigureReason.Code.BUYS_LESS_OFTEN, trend.recent(), trend.earlier()));
            } else if (trend.recent() > 2 * trend.earlier()) {
                reasons.add(new FigureReason(FigureReason.Code.BUYS_MORE_OFTEN, trend.recent(), trend.earlier()));
            }
        });
        figures.timesAverageSpend().ifPresent(times -> {
            if (times > 2) {
                reasons.add(new FigureReason(
                        FigureReason.Code.SPENDS_MUCH, figures.spendMinor(), figures.spendMinor() / times));
            }
        });
        return reasons;
    }

    private CustomerFigures figures(CustomerDays customer) {
        int days = customer.daysBefore(asOfDay + 1);
        int since = asOfDay - customer.day(days - 1);
        OptionalDouble usual = usualInterval(customer, days);
        long spend = spend(customer);
        return new CustomerFigures(
                customer.customer(),
                asOf,
                since,
                days,
                usual,
                usual.isPresent() ? OptionalDouble.of(since / usual.getAsDouble()) : OptionalDouble.empty(),
                trend(customer, days),
                spend,
                new Ratio(spend, total),
                total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) spend * customers / total));
    }

    private long spend(CustomerDays customer) {
        return customer.amountBetween(Integer.MIN_VALUE, asOfDay + 1);
    }

    private static OptionalDouble usualInterval(CustomerDays customer, int days) {
        if (days < 2) {
            return OptionalDouble.empty();
        }
        int[] gaps = new int[days - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = customer.day(i + 1) - customer.day(i);
        }
        Arrays.sort(gaps);
        int middle = gaps.length / 2;
        return OptionalDouble.of(gaps.length % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2.0);
    }

    private Optional<FrequencyTrend> trend(CustomerDays customer, int days) {
        long lately = asOfDay + 1L - trendDays;
        long before = lately - trendDays;
        if (customer.first() > before) {
            return Optional.empty();
        }
        int recent = days - customer.daysBefore((int) lately);
        int earlier = days - recent - customer.daysBefore((int) before);
        return Optional.of(new FrequencyTrend(trendDays, recent, earlier));
    }
}
