package io.rapport.crm.quickstart.report;

import io.rapport.crm.quickstart.scorecard.Scorecard.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Retention over time as a line; periods that the data do not cover are hollow and not joined to the line. */
final class RetentionChart {

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 260;
    private static final int LEFT = 56;
    private static final int RIGHT = 24;
    private static final int TOP = 20;
    private static final int BOTTOM = 36;
    private static final int MOST_LABELS = 14;

    private RetentionChart() {}

    static String draw(List<Period> periods) {
        double top = ceiling(periods);
        Svg svg = new Svg(WIDTH, HEIGHT, "Line of the retention by month; the table below holds its figures");
        for (int i = 0; i <= 4; i++) {
            double y = y(top * i / 4, top);
            svg.line(LEFT, y, WIDTH - RIGHT, y, i == 0 ? "axis" : "grid");
            svg.text(LEFT - 8, y + 4, "tick end", Math.round(top * i / 4 * 100) + " %");
        }
        List<String> joined = new ArrayList<>();
        int every = (periods.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            double x = x(i, periods.size());
            if (i % Math.max(1, every) == 0) {
                svg.text(x, HEIGHT - 12, "tick middle", period.label());
            }
            OptionalDouble value = period.retained().value();
            if (value.isPresent() && period.complete()) {
                joined.add(Markup.px(x) + "," + Markup.px(y(value.getAsDouble(), top)));
            }
        }
        svg.polyline(String.join(" ", joined), "trend");
        for (int i = 0; i < periods.size(); i++) {
            dot(svg, periods.get(i), x(i, periods.size()), top);
        }
        return svg.markup();
    }

    private static void dot(Svg svg, Period period, double x, double top) {
        period.retained().value().ifPresent(value -> {
            svg.dot(x, y(value, top), 4.5, period.complete() ? "point" : "point hollow");
            svg.text(x, y(value, top) - 10, "tick middle", Math.round(value * 100) + " %");
        });
    }

    /** The top of the scale: the next fifth above the highest figure. */
    private static double ceiling(List<Period> periods) {
        double highest = periods.stream()
                .mapToDouble(period -> period.retained().value().orElse(0))
                .max()
                .orElse(0);
        return Math.min(1, Math.floor(highest * 5 + 1) / 5);
    }

    private static double x(int index, int count) {
        double step = (double) (WIDTH - LEFT - RIGHT) / count;
        return LEFT + step * (index + 0.5);
    }

    private static double y(double value, double top) {
        return TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
    }
}
