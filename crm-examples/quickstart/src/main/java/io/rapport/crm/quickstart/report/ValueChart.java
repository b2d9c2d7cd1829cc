package io.rapport.crm.quickstart.report;

import io.rapport.crm.quickstart.scorecard.Outlook.Bin;
import io.rapport.crm.quickstart.scorecard.Outlook.Values;
import io.rapport.crm.quickstart.scorecard.Words;
import java.util.stream.Collectors;

/** How many customers are expected to spend how much: a histogram with its figures on the columns. */
final class ValueChart {

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 240;
    private static final int TOP = 24;
    private static final int BOTTOM = 30;
    private static final double GAP = 0.12;

    private ValueChart() {}

    static String draw(Values values) {
        long most = Math.max(
                1, values.bins().stream().mapToLong(Bin::customers).max().orElse(1));
        Svg svg = new Svg(WIDTH, HEIGHT, described(values));
        double width = (double) WIDTH / values.bins().size();
        double floor = HEIGHT - BOTTOM;
        for (int i = 0; i < values.bins().size(); i++) {
            Bin bin = values.bins().get(i);
            double height = (double) bin.customers() / most * (floor - TOP);
            double left = i * width;
            svg.rect(left + width * GAP / 2, floor - height, width * (1 - GAP), height, "first");
            svg.text(left + width / 2, floor - height - 6, "value middle", Words.number(bin.customers()));
            svg.text(left + width / 2, HEIGHT - 10, "tick middle", bin.bounds());
        }
        svg.line(0, floor, WIDTH, floor, "axis");
        return svg.markup();
    }

    private static String described(Values values) {
        return "Histogram of the value expected of each customer within a year: "
                + values.bins().stream()
                        .map(bin -> bin.bounds() + ": " + Words.number(bin.customers()))
                        .collect(Collectors.joining("; "));
    }
}
