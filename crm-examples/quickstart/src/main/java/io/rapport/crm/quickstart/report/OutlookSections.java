package io.rapport.crm.quickstart.report;

import io.rapport.crm.quickstart.scorecard.Outlook;
import io.rapport.crm.quickstart.scorecard.Outlook.AtRisk;
import io.rapport.crm.quickstart.scorecard.Outlook.Comeback;
import io.rapport.crm.quickstart.scorecard.Outlook.Point;
import io.rapport.crm.quickstart.scorecard.Outlook.Rfm;
import io.rapport.crm.quickstart.scorecard.Outlook.Risk;
import io.rapport.crm.quickstart.scorecard.Outlook.Values;
import io.rapport.crm.quickstart.scorecard.Words;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;

/** The part of the page that looks ahead: who comes back, who is who, what they are worth, and who may be leaving. */
final class OutlookSections {

    private static final String NO_ORDERS = "No orders in this data.";

    private final StringBuilder html = new StringBuilder();

    private OutlookSections() {}

    /** @param revenue in each currency */
    static String draw(Outlook outlook, List<Money> revenue) {
        OutlookSections sections = new OutlookSections();
        sections.comeback(outlook.comeback());
        sections.rfm(outlook.rfm(), revenue.size() > 1);
        sections.values(outlook.values());
        sections.risk(outlook.risk());
        return sections.html.toString();
    }

    private void comeback(Comeback comeback) {
        open("Time to the second purchase");
        if (comeback.isEmpty()) {
            note(NO_ORDERS);
        } else {
            html.append(ComebackChart.draw(comeback));
            note("The share of customers who have not bought on a second day, by the days since their first "
                    + "(Kaplan-Meier, with its 95 % confidence band). Who has not come back by the last day of the data "
                    + "is counted as watched until then, not as lost.");
            note(Words.number(comeback.cameBack()) + " of " + Words.number(comeback.customers())
                    + " were seen to come back; " + median(comeback));
            landmarks(comeback);
        }
        close();
    }

    private static String median(Comeback comeback) {
        return comeback.median().isPresent()
                ? "half of them after " + Words.number(comeback.median().getAsInt()) + " days."
                : "half of them have not within the time of the data.";
    }

    private void landmarks(Comeback comeback) {
        if (comeback.landmarks().isEmpty()) {
            return;
        }
        html.append("<table><caption>Came back within</caption>\n<thead><tr><th scope=\"col\">Days</th>")
                .append("<th scope=\"col\">Share</th><th scope=\"col\">95 % interval</th></tr></thead>\n<tbody>\n");
        for (Point point : comeback.landmarks()) {
            html.append("<tr><th scope=\"row\">").append(point.day()).append("</th><td>");
            html.append(Words.percent(point.share())).append("</td><td>").append(Words.percent(point.low()));
            html.append(" to ").append(Words.percent(point.high())).append("</td></tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private void rfm(Rfm rfm, boolean severalCurrencies) {
        open("Recency, frequency and spend");
        if (rfm.isEmpty()) {
            note(NO_ORDERS);
        } else {
            html.append("<div class=\"columns\">\n").append(RfmGrid.draw(rfm));
            html.append(RfmGrid.segments(rfm.segments())).append("</div>\n");
            note("Scores from 1 to 5 by cuts at values that occur, so equal values score alike and a row or column may "
                    + "stay empty. Frequency counts days of purchase.");
            if (severalCurrencies) {
                String main = rfm.segments().get(0).spent().getCurrencyUnit().getCode();
                note("In " + main + ", the currency of most customers, as all that follows: amounts in several "
                        + "currencies cannot be set against each other.");
            }
        }
        close();
    }

    private void values(Values values) {
        open("Value expected within a year");
        if (values.isEmpty()) {
            note(NO_ORDERS);
        } else if (values.expected().isEmpty()) {
            note("These orders cannot tell what customers will be worth.");
        } else {
            String currency = values.expected().get().getCurrencyUnit().getCode();
            html.append(ValueChart.draw(values));
            note("Customers by what they are expected to spend in the year after the last order, in " + currency
                    + ", discounted by 10 % a year.");
            html.append("<p class=\"line\"><span>All ").append(Words.number(values.customers()));
            html.append(" customers together</span> <strong>")
                    .append(Words.money(values.expected().get()));
            html.append("</strong></p>\n");
        }
        values.notes().forEach(this::note);
        close();
    }

    private void risk(Risk risk) {
        open("Customers at risk");
        if (risk.isEmpty()) {
            note(NO_ORDERS);
        } else {
            note(Words.share(risk.atRisk())
                    + " have been away for more than twice their usual interval, or bought less "
                    + "than half as often in the last " + risk.days() + " days as in the " + risk.days() + " before.");
            if (!risk.worst().isEmpty()) {
                worst(risk);
            }
        }
        close();
    }

    private void worst(Risk risk) {
        html.append("<div class=\"scroll\"><table>\n<caption>Those of them who have spent most</caption>\n<thead><tr>");
        for (String name : new String[] {"Customer", "Days away", "Usual days", "Spent"}) {
            html.append("<th scope=\"col\">").append(name).append("</th>");
        }
        html.append("<th scope=\"col\" class=\"words\">Why</th></tr></thead>\n<tbody>\n");
        for (AtRisk customer : risk.worst()) {
            html.append("<tr><th scope=\"row\">")
                    .append(Markup.escape(customer.id()))
                    .append("</th><td>");
            html.append(Words.number(customer.daysAway())).append("</td><td>").append(usual(customer));
            html.append("</td><td>").append(Words.money(customer.spent())).append("</td><td class=\"words\">");
            html.append(Markup.escape(String.join("; ", customer.reasons()))).append("</td></tr>\n");
        }
        html.append("</tbody>\n</table></div>\n");
    }

    private static String usual(AtRisk customer) {
        return customer.usualDays().isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.0f", customer.usualDays().getAsDouble());
    }

    private void open(String heading) {
        html.append("<section>\n<h2>").append(heading).append("</h2>\n");
    }

    private void close() {
        html.append("</section>\n");
    }

    private void note(String sentence) {
        html.append("<p class=\"note\">").append(Markup.escape(sentence)).append("</p>\n");
    }
}
