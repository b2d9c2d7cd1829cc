package io.rapport.crm.quickstart.relations;

import io.rapport.crm.quickstart.scorecard.Outlook.Bin;
import io.rapport.crm.quickstart.scorecard.Outlook.Values;
import io.rapport.crm.quickstart.scorecard.Words;
import io.rapport.crm.retention.CustomerDays;
import io.rapport.crm.retention.RevenueDays;
import io.rapport.crm.retention.value.BuyingHistories;
import io.rapport.crm.retention.value.BuyingHistory;
import io.rapport.crm.retention.value.Discount;
import io.rapport.crm.retention.value.Fit;
import io.rapport.crm.retention.value.GammaGamma;
import io.rapport.crm.retention.value.Horizon;
import io.rapport.crm.retention.value.LifetimeValue;
import io.rapport.crm.retention.value.MbgNbd;
import io.rapport.crm.retention.value.SpendHistories;
import io.rapport.crm.retention.value.SpendHistory;
import io.rapport.crm.retention.value.UnitOfTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What each customer is expected to spend within a year: MBG/NBD, which lets customers leave after a first purchase too,
 * and Gamma-Gamma.
 */
final class ValueFigures {

    private static final Horizon YEAR = Horizon.years(1);
    private static final Discount DISCOUNT = Discount.perYear(0.1);
    private static final int MOST_BINS = 10;
    private static final long[] LEADING = {1, 2, 5};

    private final CurrencyUnit currency;
    private final int end;
    private double[] amounts = new double[0];
    private int known;

    private ValueFigures(CurrencyUnit currency, LocalDate lastDay) {
        this.currency = currency;
        this.end = Math.toIntExact(lastDay.toEpochDay());
    }

    static Values of(RevenueDays revenue, LocalDate lastDay) {
        return new ValueFigures(revenue.currency(), lastDay).values(revenue);
    }

    private Values values(RevenueDays revenue) {
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.DAY);
        SpendHistories spends = SpendHistories.in(currency);
        revenue.forEach(customer -> {
            histories.add(history(customer));
            spends.add(spend(customer));
        });
        Fit<MbgNbd> buying = MbgNbd.fit(histories);
        Fit<GammaGamma> spending = GammaGamma.fit(spends);
        List<String> notes = new ArrayList<>(List.of(
                "How often they buy (MBG/NBD, days): " + buying.explain(),
                "How much they spend (Gamma-Gamma): " + spending.explain()));
        Optional<LifetimeValue> model = buying.toModel()
                .flatMap(purchases -> spending.toModel().map(spend -> new LifetimeValue(purchases, spend)));
        if (model.isEmpty()) {
            return new Values(revenue.customers(), Optional.empty(), List.of(), notes);
        }
        expect(revenue, model.get());
        if (known < revenue.customers()) {
            notes.add("No finite value is expected of " + Words.number(revenue.customers() - known)
                    + " customers, who are left out.");
        }
        double sum = Arrays.stream(amounts, 0, known).sum();
        return new Values(revenue.customers(), Optional.of(money(sum)), bins(), notes);
    }

    private void expect(RevenueDays revenue, LifetimeValue model) {
        amounts = new double[revenue.customers()];
        revenue.forEach(customer -> model.value(history(customer), spend(customer), YEAR, DISCOUNT)
                .ifPresent(value -> {
                    amounts[known] = value.amount();
                    known++;
                }));
    }

    private BuyingHistory history(CustomerDays customer) {
        return new BuyingHistory(
                customer.size() - 1, customer.last() - customer.first(), end - customer.first(), UnitOfTime.DAY);
    }

    private SpendHistory spend(CustomerDays customer) {
        int repeats = customer.size() - 1;
        return repeats == 0
                ? SpendHistory.none(currency)
                : new SpendHistory(
                        repeats, (double) (customer.amountMinor() - customer.amountMinor(0)) / repeats, currency);
    }

    /** Bounds at 1, 2 and 5 times the powers of ten, since few customers are expected to spend very much. */
    private List<Bin> bins() {
        double most = Arrays.stream(amounts, 0, known).max().orElse(0);
        int top = 0;
        while (bound(top).doubleValue() < most) {
            top++;
        }
        int lowest = Math.max(0, top - MOST_BINS + 1);
        long[] counts = new long[top - lowest + 1];
        for (int i = 0; i < known; i++) {
            int bin = lowest;
            while (bin < top && amounts[i] >= bound(bin).doubleValue()) {
                bin++;
            }
            counts[bin - lowest]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = lowest; bin <= top; bin++) {
            String upper = Words.number(bound(bin).longValue());
            String bounds = bin == lowest
                    ? "below " + upper
                    : Words.number(bound(bin - 1).longValue()) + " to " + upper;
            bins.add(new Bin(bounds, counts[bin - lowest]));
        }
        return bins;
    }

    private static BigDecimal bound(int index) {
        return BigDecimal.valueOf(LEADING[index % LEADING.length]).scaleByPowerOfTen(index / LEADING.length);
    }

    private Money money(double amount) {
        return Money.of(currency, BigDecimal.valueOf(amount), RoundingMode.HALF_EVEN);
    }
}
