package io.rapport.crm.quickstart.relations;

import io.rapport.crm.quickstart.scorecard.Outlook;
import io.rapport.crm.quickstart.scorecard.Outlook.Comeback;
import io.rapport.crm.quickstart.scorecard.Outlook.Point;
import io.rapport.crm.quickstart.scorecard.Outlook.Rfm;
import io.rapport.crm.quickstart.scorecard.Outlook.Segment;
import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.RevenueDays;
import io.rapport.crm.retention.rfm.Frequency;
import io.rapport.crm.retention.rfm.Monetary;
import io.rapport.crm.retention.rfm.RfmScoring;
import io.rapport.crm.retention.rfm.RfmTable;
import io.rapport.crm.retention.rfm.RfmValues;
import io.rapport.crm.retention.rfm.Segments;
import io.rapport.crm.retention.survival.ConfidenceInterval;
import io.rapport.crm.retention.survival.KaplanMeier;
import io.rapport.crm.retention.survival.SurvivalStep;
import io.rapport.crm.retention.survival.SurvivalTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Looks ahead from the last day of the orders.
 *
 * @param days all orders
 * @param revenue those in one currency
 */
record OutlookFigures(ActivityDays days, RevenueDays revenue, LocalDate lastDay) {

    private static final double CONFIDENCE = 0.95;
    /** More steps than this cannot be told apart on the page. */
    private static final int MOST_STEPS = 400;

    private static final int SCORES = 5;

    /** @param key what to call a customer */
    Outlook outlook(Function<UUID, String> key) {
        return new Outlook(
                comeback(),
                rfm(),
                ValueFigures.of(revenue, lastDay),
                RiskFigures.of(revenue, lastDay).risk(key));
    }

    private Comeback comeback() {
        SurvivalTable table = SurvivalTable.untilSecondDay(days, DataEnd.lastDay(lastDay));
        KaplanMeier curve = KaplanMeier.of(table);
        List<SurvivalStep> steps = curve.steps();
        int every = (steps.size() + MOST_STEPS - 1) / MOST_STEPS;
        List<Point> points = new ArrayList<>(List.of(new Point(0, 1, 1, 1)));
        for (int i = 0; i < steps.size(); i++) {
            if (i % every == every - 1 || i == steps.size() - 1) {
                points.addAll(point(curve, (int) steps.get(i).time()).toList());
            }
        }
        return new Comeback(
                table.lifetimes(),
                Math.round(steps.stream().mapToDouble(SurvivalStep::events).sum()),
                points,
                curve.median().isPresent() ? OptionalInt.of((int) curve.median().getAsDouble()) : OptionalInt.empty(),
                Stream.of(30, 90, 180, 365)
                        .flatMap(day -> point(curve, day))
                        .map(OutlookFigures::reversed)
                        .toList());
    }

    /** Nothing where nobody was watched that long. */
    private static Stream<Point> point(KaplanMeier curve, int day) {
        return curve.survival(day).stream().mapToObj(share -> {
            ConfidenceInterval none = new ConfidenceInterval(share, share, CONFIDENCE);
            ConfidenceInterval interval = curve.interval(day, CONFIDENCE).orElse(none);
            return new Point(day, share, interval.lower(), interval.upper());
        });
    }

    private static Point reversed(Point point) {
        return new Point(point.day(), 1 - point.share(), 1 - point.high(), 1 - point.low());
    }

    private Rfm rfm() {
        RfmTable table =
                RfmScoring.valueCuts(SCORES).of(RfmValues.of(revenue, lastDay, Frequency.PURCHASE_DAYS, Monetary.SUM));
        List<List<Long>> counts = IntStream.rangeClosed(1, SCORES)
                .mapToObj(recency -> IntStream.rangeClosed(1, SCORES)
                        .mapToObj(frequency -> table.count(recency, frequency))
                        .toList())
                .toList();
        List<Segment> segments = Segments.usual().sizes(table).stream()
                .filter(size -> size.customers() > 0)
                .map(size -> new Segment(
                        size.name(),
                        size.customers(),
                        minor(revenue.currency(), BigDecimal.valueOf(size.monetaryMinor()))))
                .toList();
        return new Rfm(counts, segments);
    }

    static Money minor(CurrencyUnit currency, BigDecimal amountMinor) {
        return Money.of(currency, amountMinor.movePointLeft(currency.getDecimalPlaces()), RoundingMode.HALF_EVEN);
    }
}
