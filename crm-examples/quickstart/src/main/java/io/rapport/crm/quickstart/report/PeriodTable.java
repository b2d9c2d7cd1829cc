package io.rapport.crm.quickstart.report;

import io.rapport.crm.quickstart.scorecard.Scorecard.Period;
import io.rapport.crm.quickstart.scorecard.Words;
import java.util.List;

/** The customer life cycle, a row for each period. */
final class PeriodTable {

    private PeriodTable() {}

    static String draw(String caption, List<Period> periods) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<caption>")
                .append(Markup.escape(caption))
                .append("</caption>\n<thead><tr>");
        for (String name : List.of("Period", "Bought", "Bought before", "Retained", "Churned", "New", "Reactivated")) {
            html.append("<th scope=\"col\">").append(name).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (Period period : periods) {
            html.append("<tr><th scope=\"row\">").append(Markup.escape(period.label()));
            html.append(period.complete() ? "" : "*").append("</th>");
            long before = period.retained().of();
            cell(html, Words.number(period.active()));
            cell(html, before == 0 ? "-" : Words.number(before));
            cell(html, Words.percent(period.retained()));
            cell(html, Words.percent(period.retained().rest()));
            cell(html, Words.number(period.newcomers()));
            cell(html, Words.number(period.reactivated()));
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private static void cell(StringBuilder html, String text) {
        html.append("<td>").append(text).append("</td>");
    }
}
