package io.rapport.crm.quickstart.report;

import io.rapport.crm.quickstart.scorecard.Outlook.Comeback;
import io.rapport.crm.quickstart.scorecard.Outlook.Point;
import io.rapport.crm.quickstart.scorecard.Words;
import java.util.ArrayList;
import java.util.List;

/** The survival curve of the time to the second purchase, as steps, in its confidence band. */
final class ComebackChart {

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 280;
    private static final int LEFT = 56;
    private static final int RIGHT = 24;
    private static final int TOP = 16;
    private static final int BOTTOM = 44;
    private static final int MOST_TICKS = 12;
    private static final int[] TICK_DAYS = {1, 2, 5, 10, 30, 60, 90, 180, 365};

    private ComebackChart() {}

    static String draw(Comeback comeback) {
        List<Point> curve = comeback.curve();
        int days = Math.max(1, curve.get(curve.size() - 1).day());
        Svg svg = new Svg(WIDTH, HEIGHT, described(comeback));
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            svg.line(LEFT, y, WIDTH - RIGHT, y, percent == 0 ? "axis" : "grid");
            svg.text(LEFT - 8, y + 4, "tick end", percent + " %");
        }
        int step = step(days);
        for (int day = 0; day <= days; day += step) {
            svg.text(x(day, days), HEIGHT - 24, "tick middle", Words.number(day));
        }
        svg.text(LEFT, HEIGHT - 6, "tick", "days since the first purchase");
        svg.polygon(band(curve, days), "band");
        svg.polyline(String.join(" ", steps(curve, days, Bound.SHARE)), "trend");
        return svg.markup();
    }

    private enum Bound {
        SHARE,
        LOW,
        HIGH;

        double of(Point point) {
            return switch (this) {
                case SHARE -> point.share();
                case LOW -> point.low();
                case HIGH -> point.high();
            };
        }
    }

    private static String described(Comeback comeback) {
        Point last = comeback.curve().get(comeback.curve().size() - 1);
        return "Survival curve: the share of " + Words.number(comeback.customers())
                + " customers who have not bought a second time falls from 100 % to " + Words.percent(last.share())
                + " after " + Words.number(last.day()) + " days; the table below holds its figures";
    }

    /** Down the upper bound and back along the lower one. */
    private static String band(List<Point> curve, int days) {
        List<String> outline = new ArrayList<>(steps(curve, days, Bound.HIGH));
        List<String> lower = new ArrayList<>(steps(curve, days, Bound.LOW));
        for (int i = lower.size() - 1; i >= 0; i--) {
            outline.add(lower.get(i));
        }
        return String.join(" ", outline);
    }

    /** Between two points the curve stays where it was. */
    private static List<String> steps(List<Point> curve, int days, Bound bound) {
        List<String> corners = new ArrayList<>();
        double before = 1;
        for (Point point : curve) {
            corners.add(corner(point.day(), before, days));
            before = bound.of(point);
            corners.add(corner(point.day(), before, days));
        }
        return corners;
    }

    private static String corner(int day, double share, int days) {
        return Markup.px(x(day, days)) + "," + Markup.px(y(share));
    }

    private static int step(int days) {
        for (int step : TICK_DAYS) {
            if (days / step < MOST_TICKS) {
                return step;
            }
        }
        return 365 * (days / 365 / MOST_TICKS + 1);
    }

    private static double x(int day, int days) {
        return LEFT + (double) day / days * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        return TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
    }
}
