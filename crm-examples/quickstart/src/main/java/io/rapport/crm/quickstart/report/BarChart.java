package io.rapport.crm.quickstart.report;

import io.rapport.crm.quickstart.scorecard.Scorecard.Interactions;
import io.rapport.crm.quickstart.scorecard.Scorecard.Tickets;
import io.rapport.crm.quickstart.scorecard.Words;
import java.util.List;

/** Horizontal bars: counts of categories, stacked by a second one where there is one. */
final class BarChart {

    private static final int WIDTH = 520;
    private static final int ROW = 34;
    private static final int BAR = 20;
    private static final int LEFT = 96;
    private static final int RIGHT = 60;
    private static final int LEGEND = 30;

    private BarChart() {}

    static String interactions(Interactions interactions) {
        List<String> purposes = interactions.purposes();
        List<String> initiatives = interactions.initiatives();
        long most = purposes.stream()
                .mapToLong(purpose -> total(interactions, purpose))
                .max()
                .orElse(1);
        Svg svg = new Svg(WIDTH, LEGEND + purposes.size() * ROW, "Bars of the interactions by purpose and initiative");
        for (int i = 0; i < initiatives.size(); i++) {
            svg.rect(LEFT + i * 110.0, 4, 12, 12, series(i));
            svg.text(LEFT + i * 110.0 + 18, 14, "label", Words.constant(initiatives.get(i)));
        }
        double y = LEGEND;
        for (String purpose : purposes) {
            svg.text(LEFT - 10, y + 15, "label end", Words.constant(purpose));
            double x = LEFT;
            for (int i = 0; i < initiatives.size(); i++) {
                double width = scaled(interactions.count(purpose, initiatives.get(i)), most);
                svg.rect(x, y, width, BAR, series(i));
                x += width;
            }
            svg.text(x + 8, y + 15, "value", Words.number(total(interactions, purpose)));
            y += ROW;
        }
        return svg.markup();
    }

    static String tickets(Tickets tickets) {
        long most = Math.max(
                1,
                tickets.byState().stream().mapToLong(Tickets.State::count).max().orElse(1));
        Svg svg = new Svg(WIDTH, tickets.byState().size() * ROW, "Bars of the tickets by state");
        double y = 0;
        for (Tickets.State state : tickets.byState()) {
            svg.text(LEFT - 10, y + 15, "label end", Words.constant(state.name()));
            double width = scaled(state.count(), most);
            svg.rect(LEFT, y, width, BAR, series(0));
            svg.text(LEFT + width + 8, y + 15, "value", Words.number(state.count()));
            y += ROW;
        }
        return svg.markup();
    }

    private static long total(Interactions interactions, String purpose) {
        return interactions.initiatives().stream()
                .mapToLong(initiative -> interactions.count(purpose, initiative))
                .sum();
    }

    private static double scaled(long count, long most) {
        return (double) count / Math.max(1, most) * (WIDTH - LEFT - RIGHT);
    }

    private static String series(int index) {
        return index % 2 == 0 ? "first" : "second";
    }
}
