package io.rapport.crm.quickstart.scorecard;

import io.rapport.crm.quickstart.scorecard.Scorecard.Cell;
import io.rapport.crm.quickstart.scorecard.Scorecard.Cohort;
import io.rapport.crm.quickstart.scorecard.Scorecard.Cohorts;
import io.rapport.crm.quickstart.scorecard.Scorecard.Customers;
import io.rapport.crm.quickstart.scorecard.Scorecard.Interactions;
import io.rapport.crm.quickstart.scorecard.Scorecard.Period;
import io.rapport.crm.quickstart.scorecard.Scorecard.Points;
import io.rapport.crm.quickstart.scorecard.Scorecard.Purchases;
import io.rapport.crm.quickstart.scorecard.Scorecard.Retention;
import io.rapport.crm.quickstart.scorecard.Scorecard.Satisfaction;
import io.rapport.crm.quickstart.scorecard.Scorecard.Score;
import io.rapport.crm.quickstart.scorecard.Scorecard.Span;
import io.rapport.crm.quickstart.scorecard.Scorecard.Tickets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Scorecards to render in tests. */
public final class Scorecards {

    private Scorecards() {}

    /** One in which every section has data, under a title that a page has to escape. */
    public static Scorecard full() {
        return new Scorecard(
                "Tea & \"Cups\" <b>",
                new Span(
                        Optional.of(LocalDate.of(2025, 10, 1)),
                        Optional.of(LocalDate.of(2026, 10, 31)),
                        ZoneId.of("UTC")),
                new Customers(2_000, 812),
                new Interactions(List.of(
                        new Interactions.Count("SERVICE", "REACTIVE", 402),
                        new Interactions.Count("SERVICE", "PROACTIVE", 61),
                        new Interactions.Count("SALES", "REACTIVE", 98),
                        new Interactions.Count("SALES", "PROACTIVE", 57),
                        new Interactions.Count("MARKETING", "PROACTIVE", 1_510),
                        new Interactions.Count("FEEDBACK", "PROACTIVE", 640))),
                new Tickets(
                        List.of(
                                new Tickets.State("NEW", 11),
                                new Tickets.State("OPEN", 32),
                                new Tickets.State("RESOLVED", 40),
                                new Tickets.State("CLOSED", 135)),
                        new Share(26, 218),
                        new Share(171, 214),
                        Duration.ofHours(8)),
                new Points(99_010, 31_200, 67_810),
                new Satisfaction(
                        new Score(Optional.of(new Estimate(0.742, 0.641, 0.822, 89)), 89),
                        new Score(Optional.of(new Estimate(-3.25, -26.0, 19.5, 25)), 25)),
                new Purchases(
                        5_060,
                        List.of(Money.of(CurrencyUnit.EUR, 254_321.5)),
                        new Share(701, 1_940),
                        new Share(780, 1_940)),
                new Retention(
                        months(),
                        List.of(
                                new Period("2025-Q4", true, 560, Share.UNDEFINED, 560, 0),
                                new Period("2026-Q1", true, 601, new Share(201, 560), 400, 0),
                                new Period("2026-Q2", true, 640, new Share(256, 601), 350, 34),
                                new Period("2026-Q3", true, 590, new Share(250, 640), 280, 60),
                                new Period("2026-Q4", false, 330, new Share(190, 590), 90, 50))),
                cohorts(),
                outlook());
    }

    /** One of a shop that has nothing yet. */
    public static Scorecard empty() {
        return new Scorecard(
                "Empty shop",
                new Span(Optional.empty(), Optional.empty(), ZoneId.of("UTC")),
                new Customers(0, 0),
                new Interactions(List.of()),
                new Tickets(List.of(), Share.UNDEFINED, Share.UNDEFINED, Duration.ofHours(8)),
                new Points(0, 0, 0),
                new Satisfaction(new Score(Optional.empty(), 0), new Score(Optional.empty(), 0)),
                new Purchases(0, List.of(), Share.UNDEFINED, Share.UNDEFINED),
                new Retention(List.of(), List.of()),
                new Cohorts("month", List.of(), List.of()),
                Outlook.NONE);
    }

    private static Outlook outlook() {
        Money some = Money.of(CurrencyUnit.EUR, 1_234.5);
        return new Outlook(
                new Outlook.Comeback(
                        1_940,
                        701,
                        List.of(
                                new Outlook.Point(0, 1, 1, 1),
                                new Outlook.Point(30, 0.85, 0.83, 0.87),
                                new Outlook.Point(395, 0.52, 0.48, 0.56)),
                        OptionalInt.empty(),
                        List.of(new Outlook.Point(30, 0.15, 0.13, 0.17))),
                new Outlook.Rfm(
                        List.of(List.of(9L, 0L), List.of(2L, 1_929L)),
                        List.of(new Outlook.Segment("Can't Lose Them", 9, some))),
                new Outlook.Values(
                        1_940,
                        Optional.of(some),
                        List.of(new Outlook.Bin("below 1", 1_200), new Outlook.Bin("1 to 2", 740)),
                        List.of("Fitted.")),
                new Outlook.Risk(
                        new Share(120, 1_940),
                        90,
                        List.of(
                                new Outlook.AtRisk(
                                        "c<17>",
                                        130,
                                        OptionalDouble.of(20.5),
                                        some,
                                        List.of("away 6.3 times", "spent much")),
                                new Outlook.AtRisk("c18", 30, OptionalDouble.empty(), some, List.of("bought less")))));
    }

    private static List<Period> months() {
        List<Period> months = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            String label = YearMonth.of(2025, 10).plusMonths(i).toString();
            Share retained = i == 0 ? Share.UNDEFINED : new Share(60 + i * 7, 220 + i * 5);
            months.add(new Period(label, i < 12, 225 + i * 5, retained, 150, i * 2));
        }
        return months;
    }

    private static Cohorts cohorts() {
        List<Cohort> cohorts = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            long size = 150 + (i * 37) % 60;
            List<Cell> cells = new ArrayList<>();
            for (int later = 1; later <= 12 - i; later++) {
                cells.add(new Cell(new Share(Math.max(4, size * 30 / 100 - later * 4 + i), size), i + later < 12));
            }
            cohorts.add(new Cohort(YearMonth.of(2025, 10).plusMonths(i).toString(), size, cells));
        }
        List<Share> averages = new ArrayList<>();
        for (int later = 1; later <= 11; later++) {
            averages.add(new Share(30 - later, 100));
        }
        return new Cohorts("month", cohorts, averages);
    }
}
