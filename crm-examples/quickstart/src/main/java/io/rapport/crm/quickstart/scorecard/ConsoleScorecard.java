package io.rapport.crm.quickstart.scorecard;

import io.rapport.crm.quickstart.scorecard.Scorecard.Cell;
import io.rapport.crm.quickstart.scorecard.Scorecard.Cohort;
import io.rapport.crm.quickstart.scorecard.Scorecard.Cohorts;
import io.rapport.crm.quickstart.scorecard.Scorecard.Interactions;
import io.rapport.crm.quickstart.scorecard.Scorecard.Period;
import io.rapport.crm.quickstart.scorecard.Scorecard.Tickets;
import java.util.ArrayList;
import java.util.List;

/** Renders a scorecard as text for a console. Plain ASCII, since a console's character set is anybody's guess. */
public final class ConsoleScorecard {

    private static final String INDENT = "  ";
    private static final int LABEL = 28;
    /** Longer cohort tables are cut here, so that a line fits a console; the report shows all of it. */
    private static final int MOST_COHORT_COLUMNS = 12;

    private final StringBuilder text = new StringBuilder();

    private ConsoleScorecard() {}

    /** The whole scorecard, with a line feed after each line. */
    public static String render(Scorecard card) {
        ConsoleScorecard console = new ConsoleScorecard();
        console.line(card.title());
        console.line(Words.span(card.span()));
        console.customers(card);
        console.interactions(card.interactions());
        console.tickets(card.tickets());
        console.points(card.points());
        console.satisfaction(card.satisfaction());
        console.purchases(card.purchases());
        console.retention(card.retention());
        console.cohorts(card.cohorts());
        return console.text.toString();
    }

    private void customers(Scorecard card) {
        heading("Customers");
        if (card.customers().isEmpty()) {
            nothing("No customers yet.");
            return;
        }
        figure("customers", Words.number(card.customers().total()));
        figure("in the loyalty programme", Words.number(card.customers().loyaltyMembers()));
    }

    private void interactions(Interactions interactions) {
        heading("Interactions by purpose and initiative");
        if (interactions.isEmpty()) {
            nothing("No interactions in this data.");
            return;
        }
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of(""));
        interactions.initiatives().forEach(initiative -> header.add(Words.constant(initiative)));
        header.add("all");
        table.row(header);
        for (String purpose : interactions.purposes()) {
            List<String> row = new ArrayList<>(List.of(Words.constant(purpose)));
            long sum = 0;
            for (String initiative : interactions.initiatives()) {
                long count = interactions.count(purpose, initiative);
                row.add(Words.number(count));
                sum += count;
            }
            row.add(Words.number(sum));
            table.row(row);
        }
        lines(table);
        figure("in all", Words.number(interactions.total()));
    }

    private void tickets(Tickets tickets) {
        heading("Tickets");
        if (tickets.isEmpty()) {
            nothing("No tickets in this data.");
            return;
        }
        tickets.byState().forEach(state -> figure(Words.constant(state.name()), Words.number(state.count())));
        figure("in all", Words.number(tickets.total()));
        figure("complaints", Words.share(tickets.complaints()));
        figure("answered within " + Words.duration(tickets.target()), Words.share(tickets.firstResponse()));
        nothing(Words.ELAPSED);
    }

    private void points(Scorecard.Points points) {
        heading("Loyalty points");
        if (points.isEmpty()) {
            nothing("No points were earned or redeemed in this data.");
            return;
        }
        figure("earned", Words.number(points.earned()));
        figure("redeemed", Words.number(points.redeemed()));
        figure("outstanding", Words.number(points.outstanding()));
    }

    private void satisfaction(Scorecard.Satisfaction satisfaction) {
        heading("Satisfaction");
        if (satisfaction.isEmpty()) {
            nothing("No survey answers in this data.");
            return;
        }
        figure("satisfied (CSAT)", Words.csat(satisfaction.csat()));
        figure("would recommend (NPS)", Words.nps(satisfaction.nps()));
    }

    private void purchases(Scorecard.Purchases purchases) {
        heading("Purchases");
        if (purchases.isEmpty()) {
            nothing("No orders in this data.");
            return;
        }
        figure("orders", Words.number(purchases.orders()));
        purchases.revenue().forEach(revenue -> figure("revenue", Words.money(revenue)));
        figure("customers who bought", Words.number(purchases.buyers()));
        figure("repeat rate, by days", Words.share(purchases.repeatByDays()));
        figure("repeat rate, by orders", Words.share(purchases.repeatByOrders()));
    }

    private void retention(Scorecard.Retention retention) {
        heading("Retention and churn");
        if (retention.isEmpty()) {
            nothing("No period with orders in this data.");
            return;
        }
        Scorecard.Retention.latestComplete(retention.quarters()).ifPresent(this::keptAndLost);
        Scorecard.Retention.latestComplete(retention.months()).ifPresent(this::keptAndLost);
        text.append('\n');
        lines(periods("quarter", retention.quarters()));
        text.append('\n');
        lines(periods("month", retention.months()));
        nothing("retained and churned: of those who bought in the period before");
        boolean allComplete = retention.quarters().stream().allMatch(Period::complete)
                && retention.months().stream().allMatch(Period::complete);
        if (!allComplete) {
            nothing("* the data do not cover the whole period");
        }
    }

    private void keptAndLost(Period period) {
        figure("retention, " + period.label(), Words.share(period.retained()));
        figure("churn, " + period.label(), Words.share(period.retained().rest()));
    }

    private static TextTable periods(String unit, List<Period> periods) {
        TextTable table =
                new TextTable().row(unit, "bought", "bought before", "retained", "churned", "new", "reactivated");
        for (Period period : periods) {
            table.row(
                    period.label() + (period.complete() ? "" : "*"),
                    Words.number(period.active()),
                    period.retained().of() == 0
                            ? "-"
                            : Words.number(period.retained().of()),
                    Words.percent(period.retained()),
                    Words.percent(period.retained().rest()),
                    Words.number(period.newcomers()),
                    Words.number(period.reactivated()));
        }
        return table;
    }

    private void cohorts(Cohorts cohorts) {
        heading("Cohorts by the " + cohorts.unit() + " of the first purchase, percent who bought that many "
                + cohorts.unit() + "s later");
        if (cohorts.isEmpty()) {
            nothing("No orders in this data.");
            return;
        }
        int width = Math.min(cohorts.width(), MOST_COHORT_COLUMNS);
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of("cohort", "size"));
        for (int i = 1; i <= width; i++) {
            header.add("+" + i + " ");
        }
        table.row(header);
        cohorts.cohorts().forEach(cohort -> table.row(cohortRow(cohort, width)));
        List<String> averages = new ArrayList<>(List.of("average", ""));
        cohorts.averages().stream()
                .limit(width)
                .map(Words::percent)
                .map(ConsoleScorecard::bare)
                .forEach(average -> averages.add(average + " "));
        table.row(averages);
        lines(table);
        if (cohorts.cohorts().stream()
                .flatMap(cohort -> cohort.cells().stream())
                .anyMatch(cell -> !cell.complete())) {
            nothing("* not complete, left out of the average");
        }
        if (cohorts.width() > width) {
            nothing("Later columns are in the report.");
        }
    }

    private static List<String> cohortRow(Cohort cohort, int width) {
        List<String> row = new ArrayList<>(List.of(cohort.label(), Words.number(cohort.size())));
        for (Cell cell :
                cohort.cells().subList(0, Math.min(width, cohort.cells().size()))) {
            row.add(bare(Words.percent(cell.active())) + (cell.complete() ? " " : "*"));
        }
        return row;
    }

    /** Without the unit, which the heading says. */
    private static String bare(String percent) {
        return percent.replace(" %", "");
    }

    private void heading(String name) {
        text.append('\n')
                .append(name)
                .append('\n')
                .append("-".repeat(name.length()))
                .append('\n');
    }

    private void figure(String label, String value) {
        line(INDENT + label + " ".repeat(Math.max(1, LABEL - label.length())) + value);
    }

    private void nothing(String sentence) {
        line(INDENT + sentence);
    }

    private void lines(TextTable table) {
        table.lines().forEach(line -> line(INDENT + line));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
