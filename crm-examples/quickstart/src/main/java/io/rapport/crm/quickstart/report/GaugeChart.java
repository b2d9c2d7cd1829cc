package io.rapport.crm.quickstart.report;

import io.rapport.crm.quickstart.scorecard.Estimate;
import io.rapport.crm.quickstart.scorecard.Share;
import io.rapport.crm.quickstart.scorecard.Words;
import java.util.List;

/** One figure on its scale: a share as a filled bar, an estimate as a dot with its interval. */
final class GaugeChart {

    private static final int WIDTH = 520;
    private static final int MARGIN = 26;
    private static final int HEIGHT = 62;
    private static final double TRACK = 14;
    private static final double TRACK_HEIGHT = 16;

    private GaugeChart() {}

    static String share(Share share, String description) {
        Svg svg = scale(description, List.of("0 %", "50 %", "100 %"));
        share.value().ifPresent(value -> svg.rect(MARGIN, TRACK, value * span(), TRACK_HEIGHT, "first"));
        return svg.markup();
    }

    static String fraction(Estimate estimate, String description) {
        return interval(estimate, 0, 1, description, List.of("0 %", "50 %", "100 %"));
    }

    static String recommendation(Estimate estimate, String description) {
        return interval(estimate, -100, 100, description, List.of("-100", "0", "+100"));
    }

    private static String interval(
            Estimate estimate, double least, double most, String description, List<String> ticks) {
        Svg svg = scale(description, ticks);
        double low = place(estimate.low(), least, most);
        double high = place(estimate.high(), least, most);
        svg.rect(low, TRACK, Math.max(1, high - low), TRACK_HEIGHT, "interval");
        svg.line(low, TRACK - 4, low, TRACK + TRACK_HEIGHT + 4, "whisker");
        svg.line(high, TRACK - 4, high, TRACK + TRACK_HEIGHT + 4, "whisker");
        svg.dot(place(estimate.value(), least, most), TRACK + TRACK_HEIGHT / 2, 6, "point");
        return svg.markup();
    }

    private static Svg scale(String description, List<String> ticks) {
        Svg svg = new Svg(WIDTH, HEIGHT, description);
        svg.rect(MARGIN, TRACK, span(), TRACK_HEIGHT, "track");
        for (int i = 0; i < ticks.size(); i++) {
            double x = MARGIN + span() * i / (ticks.size() - 1);
            svg.line(x, TRACK + TRACK_HEIGHT, x, TRACK + TRACK_HEIGHT + 6, "axis");
            svg.text(x, TRACK + TRACK_HEIGHT + 22, "tick middle", ticks.get(i));
        }
        return svg;
    }

    private static double place(double value, double least, double most) {
        return MARGIN + (value - least) / (most - least) * span();
    }

    private static double span() {
        return WIDTH - 2.0 * MARGIN;
    }

    /** A description of a share for those who do not see the bar. */
    static String described(String what, Share share) {
        return what + ": " + Words.share(share);
    }
}
