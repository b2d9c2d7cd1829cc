package io.rapport.crm.quickstart.relations;

import io.rapport.crm.quickstart.scorecard.Outlook.AtRisk;
import io.rapport.crm.quickstart.scorecard.Outlook.Risk;
import io.rapport.crm.quickstart.scorecard.Share;
import io.rapport.crm.quickstart.scorecard.Words;
import io.rapport.crm.retention.RevenueDays;
import io.rapport.crm.retention.health.CustomerExplanations;
import io.rapport.crm.retention.health.CustomerFigures;
import io.rapport.crm.retention.health.FigureReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/** Who shows signs of leaving, and among them those who have spent most. */
final class RiskFigures {

    /** A quarter is "lately". */
    private static final int DAYS = 90;

    private static final int LISTED = 10;

    private static final Comparator<CustomerFigures> BY_SPEND = Comparator.comparingLong(CustomerFigures::spendMinor)
            .thenComparing(CustomerFigures::customer, Comparator.reverseOrder());

    private final CurrencyUnit currency;
    private final PriorityQueue<CustomerFigures> most = new PriorityQueue<>(BY_SPEND);
    private long customers;
    private long atRisk;

    private RiskFigures(CurrencyUnit currency) {
        this.currency = currency;
    }

    static RiskFigures of(RevenueDays revenue, LocalDate asOf) {
        RiskFigures risk = new RiskFigures(revenue.currency());
        CustomerExplanations.of(revenue, asOf, DAYS).forEach(risk::add);
        return risk;
    }

    private void add(CustomerFigures figures) {
        customers++;
        if (CustomerExplanations.reasons(figures).stream()
                .noneMatch(reason -> reason.code().isRisk())) {
            return;
        }
        atRisk++;
        most.add(figures);
        if (most.size() > LISTED) {
            most.remove();
        }
    }

    Risk risk(Function<UUID, String> key) {
        return new Risk(
                new Share(atRisk, customers),
                DAYS,
                most.stream()
                        .sorted(BY_SPEND.reversed())
                        .map(figures -> entry(figures, key))
                        .toList());
    }

    private AtRisk entry(CustomerFigures figures, Function<UUID, String> key) {
        List<String> reasons = CustomerExplanations.reasons(figures).stream()
                .map(reason -> said(reason, figures))
                .toList();
        return new AtRisk(
                key.apply(figures.customer()),
                figures.daysSinceLast(),
                figures.usualInterval(),
                OutlookFigures.minor(currency, BigDecimal.valueOf(figures.spendMinor())),
                reasons);
    }

    private String said(FigureReason reason, CustomerFigures figures) {
        return switch (reason.code()) {
            case OVERDUE ->
                String.format(
                        Locale.ROOT,
                        "away %.1f times as long as usual",
                        figures.timesUsual().orElse(0));
            case BUYS_LESS_OFTEN, BUYS_MORE_OFTEN ->
                String.format(
                        Locale.ROOT,
                        "bought on %.0f days in the last %d, on %.0f in the %d before",
                        reason.figure(),
                        DAYS,
                        reason.reference(),
                        DAYS);
            case SPENDS_MUCH ->
                String.format(
                        Locale.ROOT,
                        "spent %.1f times the average of %s",
                        figures.timesAverageSpend().orElse(0),
                        Words.money(OutlookFigures.minor(currency, BigDecimal.valueOf(reason.reference()))));
        };
    }
}
