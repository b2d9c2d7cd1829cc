package io.rapport.crm.quickstart.report;

import io.rapport.crm.quickstart.scorecard.Outlook.Rfm;
import io.rapport.crm.quickstart.scorecard.Outlook.Segment;
import io.rapport.crm.quickstart.scorecard.Words;
import java.util.List;

/** Customers by recency and frequency as a table shaded by number, those who bought lately on top; and the segments. */
final class RfmGrid {

    private static final int SHADES = 9;

    private RfmGrid() {}

    static String draw(Rfm rfm) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table class=\"heat\">\n")
                .append("<caption>Customers by recency (down) and frequency (across), 5 is best</caption>\n")
                .append("<thead><tr><th scope=\"col\">Recency</th>");
        int scores = rfm.counts().size();
        for (int frequency = 1; frequency <= scores; frequency++) {
            html.append("<th scope=\"col\">F ").append(frequency).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (int recency = scores; recency >= 1; recency--) {
            html.append("<tr><th scope=\"row\">R ").append(recency).append("</th>");
            for (long count : rfm.counts().get(recency - 1)) {
                html.append("<td class=\"h").append(shade(count, rfm.most())).append("\">");
                html.append(Words.number(count)).append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    static String segments(List<Segment> segments) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<caption>Segments</caption>\n")
                .append("<thead><tr><th scope=\"col\">Segment</th><th scope=\"col\">Customers</th>")
                .append("<th scope=\"col\">Spent</th></tr></thead>\n<tbody>\n");
        for (Segment segment : segments) {
            html.append("<tr><th scope=\"row\">").append(Markup.escape(segment.name()));
            html.append("</th><td>").append(Words.number(segment.customers()));
            html.append("</td><td>").append(Words.money(segment.spent())).append("</td></tr>\n");
        }
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private static int shade(long count, long most) {
        return most == 0 ? 0 : (int) Math.min(SHADES - 1, count * SHADES / most);
    }
}
