package io.rapport.crm.quickstart.report;

import io.rapport.crm.quickstart.scorecard.Scorecard.Cell;
import io.rapport.crm.quickstart.scorecard.Scorecard.Cohort;
import io.rapport.crm.quickstart.scorecard.Scorecard.Cohorts;
import io.rapport.crm.quickstart.scorecard.Share;
import io.rapport.crm.quickstart.scorecard.Words;
import java.util.Locale;

/**
 * The cohort table as an HTML table whose cells are shaded by value: the figures stay readable by people who do not see
 * colours and by screen readers. Cells that the data do not cover to their end are hatched and starred.
 */
final class HeatMap {

    /** Shades are spread over the values at hand, up to this many steps; the style sheet knows them by number. */
    private static final int SHADES = 9;

    private final StringBuilder html = new StringBuilder();
    private final Cohorts cohorts;
    private final double highest;

    private HeatMap(Cohorts cohorts) {
        this.cohorts = cohorts;
        this.highest = cohorts.cohorts().stream()
                .flatMap(cohort -> cohort.cells().stream())
                .mapToDouble(cell -> cell.active().value().orElse(0))
                .max()
                .orElse(0);
    }

    static String draw(Cohorts cohorts) {
        return new HeatMap(cohorts).table();
    }

    private String table() {
        html.append(
                        "<div class=\"scroll\"><table class=\"heat\">\n<caption>Percent of each cohort who bought again, by ")
                .append(Markup.escape(cohorts.unit()))
                .append("s since the first purchase</caption>\n<thead><tr><th scope=\"col\">Cohort</th>")
                .append("<th scope=\"col\">Size</th>");
        for (int i = 1; i <= cohorts.width(); i++) {
            html.append("<th scope=\"col\">+").append(i).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        cohorts.cohorts().forEach(this::row);
        html.append("</tbody>\n<tfoot><tr><th scope=\"row\">Average</th><td></td>");
        for (Share average : cohorts.averages()) {
            html.append("<td>").append(figure(average)).append("</td>");
        }
        html.append("<td></td>"
                .repeat(Math.max(0, cohorts.width() - cohorts.averages().size())));
        return html.append("</tr></tfoot>\n</table></div>\n").toString();
    }

    private void row(Cohort cohort) {
        html.append("<tr><th scope=\"row\">")
                .append(Markup.escape(cohort.label()))
                .append("</th><td class=\"size\">");
        html.append(Words.number(cohort.size())).append("</td>");
        cohort.cells().forEach(this::cell);
        html.append("<td class=\"none\"></td>"
                .repeat(cohorts.width() - cohort.cells().size()));
        html.append("</tr>\n");
    }

    private void cell(Cell cell) {
        String title = Words.share(cell.active()) + (cell.complete() ? "" : ", not complete");
        html.append("<td class=\"h").append(shade(cell.active())).append(cell.complete() ? "" : " open");
        html.append("\" title=\"").append(Markup.escape(title)).append("\">").append(figure(cell.active()));
        html.append(cell.complete() ? "" : "*").append("</td>");
    }

    private int shade(Share share) {
        double value = share.value().orElse(0);
        return highest == 0 ? 0 : (int) Math.min(SHADES - 1, Math.floor(value / highest * SHADES));
    }

    private static String figure(Share share) {
        return share.value().isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.1f", share.value().getAsDouble() * 100);
    }
}
