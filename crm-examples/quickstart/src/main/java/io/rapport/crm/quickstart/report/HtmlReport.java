package io.rapport.crm.quickstart.report;

import io.rapport.crm.quickstart.scorecard.Scorecard;
import io.rapport.crm.quickstart.scorecard.Scorecard.Interactions;
import io.rapport.crm.quickstart.scorecard.Scorecard.Period;
import io.rapport.crm.quickstart.scorecard.Scorecard.Purchases;
import io.rapport.crm.quickstart.scorecard.Scorecard.Retention;
import io.rapport.crm.quickstart.scorecard.Scorecard.Satisfaction;
import io.rapport.crm.quickstart.scorecard.Scorecard.Tickets;
import io.rapport.crm.quickstart.scorecard.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A scorecard as one HTML page that needs nothing else: no script, no font, no picture, no network. It can be mailed,
 * archived and printed. The plots are SVG drawn here, since plotting libraries need fonts that a slim container lacks.
 */
public final class HtmlReport {

    private final StringBuilder html = new StringBuilder();

    private HtmlReport() {}

    /** Writes the page as UTF-8, making the folders above it where needed. */
    public static void write(Scorecard card, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, render(card), StandardCharsets.UTF_8);
    }

    /** The whole page. */
    public static String render(Scorecard card) {
        HtmlReport report = new HtmlReport();
        report.head(card);
        report.tiles(card);
        report.html.append("<div class=\"columns\">\n");
        report.interactions(card.interactions());
        report.tickets(card.tickets());
        report.satisfaction(card.satisfaction());
        report.purchases(card.purchases(), card.points());
        report.html.append("</div>\n");
        report.retention(card.retention());
        report.cohorts(card.cohorts());
        report.html.append(OutlookSections.draw(card.outlook(), card.purchases().revenue()));
        report.html.append("</main>\n</body>\n</html>\n");
        return report.html.toString();
    }

    private void head(Scorecard card) {
        String title = Markup.escape(card.title());
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" ")
                .append("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>")
                .append(title)
                .append(" - customer relations</title>\n<style>\n")
                .append(styleSheet())
                .append(
                        "</style>\n</head>\n<body>\n<header>\n<p class=\"kicker\">Customer relations scorecard</p>\n<h1>")
                .append(title)
                .append("</h1>\n<p class=\"span\">")
                .append(Markup.escape(Words.span(card.span())))
                .append("</p>\n</header>\n<main>\n");
    }

    private void tiles(Scorecard card) {
        Optional<Period> last = Retention.latestComplete(card.retention().months());
        html.append("<dl class=\"tiles\">\n");
        tile(
                "Customers",
                Words.number(card.customers().total()),
                Words.number(card.customers().loyaltyMembers()) + " in the loyalty programme");
        tile("Orders", Words.number(card.purchases().orders()), revenue(card.purchases()));
        tile("Repeat rate", Words.percent(card.purchases().repeatByDays()), "bought on two or more days");
        if (last.isEmpty()) {
            tile("Retention", "-", "no two complete months");
        } else {
            tile(
                    "Retention",
                    Words.percent(last.get().retained()),
                    last.get().label() + ", churn "
                            + Words.percent(last.get().retained().rest()));
        }
        tile(
                "First response",
                Words.percent(card.tickets().firstResponse()),
                card.tickets().isEmpty()
                        ? "no tickets"
                        : "within " + Words.duration(card.tickets().target()));
        html.append("</dl>\n");
    }

    private static String revenue(Purchases purchases) {
        return purchases.isEmpty()
                ? "no revenue"
                : purchases.revenue().stream().map(Words::money).collect(Collectors.joining(", "));
    }

    private void tile(String name, String figure, String note) {
        html.append("<div><dt>").append(Markup.escape(name)).append("</dt><dd class=\"figure\">");
        html.append(Markup.escape(figure))
                .append("</dd><dd>")
                .append(Markup.escape(note))
                .append("</dd></div>\n");
    }

    private void interactions(Interactions interactions) {
        open("Interactions by purpose and initiative");
        if (interactions.isEmpty()) {
            note("No interactions in this data.");
        } else {
            html.append(BarChart.interactions(interactions));
            note(Words.number(interactions.total()) + " interactions in all. Proactive: the shop acted on its own. "
                    + "Reactive: it answered.");
        }
        close();
    }

    private void tickets(Tickets tickets) {
        open("Tickets");
        if (tickets.isEmpty()) {
            note("No tickets in this data.");
        } else {
            html.append(BarChart.tickets(tickets));
            String what = "First response within " + Words.duration(tickets.target());
            figure(what, Words.share(tickets.firstResponse()));
            html.append(GaugeChart.share(tickets.firstResponse(), GaugeChart.described(what, tickets.firstResponse())));
            note(Words.ELAPSED);
            note("Complaints: " + Words.share(tickets.complaints()) + ".");
        }
        close();
    }

    private void satisfaction(Satisfaction satisfaction) {
        open("Satisfaction");
        if (satisfaction.isEmpty()) {
            note("No survey answers in this data.");
        } else {
            String csat = Words.csat(satisfaction.csat());
            figure("Satisfied with the service (CSAT)", csat);
            satisfaction
                    .csat()
                    .estimate()
                    .ifPresent(estimate -> html.append(GaugeChart.fraction(estimate, "CSAT: " + csat)));
            String nps = Words.nps(satisfaction.nps());
            figure("Would recommend the shop (NPS)", nps);
            satisfaction
                    .nps()
                    .estimate()
                    .ifPresent(estimate -> html.append(GaugeChart.recommendation(estimate, "NPS: " + nps)));
            note("The shaded bar is the 95 % confidence interval.");
        }
        close();
    }

    private void purchases(Purchases purchases, Scorecard.Points points) {
        open("Purchases and loyalty");
        if (purchases.isEmpty()) {
            note("No orders in this data.");
        } else {
            figure("Repeat rate, by distinct days", Words.share(purchases.repeatByDays()));
            html.append(GaugeChart.share(
                    purchases.repeatByDays(), GaugeChart.described("Repeat rate by days", purchases.repeatByDays())));
            figure("Repeat rate, by orders", Words.share(purchases.repeatByOrders()));
            html.append(GaugeChart.share(
                    purchases.repeatByOrders(),
                    GaugeChart.described("Repeat rate by orders", purchases.repeatByOrders())));
        }
        if (points.isEmpty()) {
            note("No points were earned or redeemed in this data.");
        } else {
            html.append("<table><caption>Loyalty points</caption>\n");
            row("Earned", Words.number(points.earned()));
            row("Redeemed", Words.number(points.redeemed()));
            row("Outstanding", Words.number(points.outstanding()));
            html.append("</table>\n");
        }
        close();
    }

    private void retention(Retention retention) {
        open("Retention by month");
        if (retention.isEmpty()) {
            note("No period with orders in this data.");
        } else {
            html.append(RetentionChart.draw(retention.months()));
            note("Retention: of the customers who bought in the period before, those who bought in this one. Churn is "
                    + "the rest. * and hollow points: the data do not cover the whole period.");
            html.append("<div class=\"side\">\n");
            html.append(PeriodTable.draw("By quarter", retention.quarters()));
            html.append(PeriodTable.draw("By month", retention.months()));
            html.append("</div>\n");
        }
        close();
    }

    private void cohorts(Scorecard.Cohorts cohorts) {
        open("Cohorts");
        if (cohorts.isEmpty()) {
            note("No orders in this data.");
        } else {
            html.append(HeatMap.draw(cohorts));
            note("* hatched: the data do not cover the whole period; left out of the average, which is weighted by the "
                    + "size of the cohorts.");
        }
        close();
    }

    private void open(String heading) {
        html.append("<section>\n<h2>").append(Markup.escape(heading)).append("</h2>\n");
    }

    private void close() {
        html.append("</section>\n");
    }

    private void figure(String label, String value) {
        html.append("<p class=\"line\"><span>").append(Markup.escape(label)).append("</span> <strong>");
        html.append(Markup.escape(value)).append("</strong></p>\n");
    }

    private void row(String label, String value) {
        html.append("<tr><th scope=\"row\">")
                .append(label)
                .append("</th><td>")
                .append(value)
                .append("</td></tr>\n");
    }

    private void note(String sentence) {
        html.append("<p class=\"note\">").append(Markup.escape(sentence)).append("</p>\n");
    }

    private static String styleSheet() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("the style sheet is not on the class path");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
