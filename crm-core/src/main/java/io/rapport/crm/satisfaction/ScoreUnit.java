package io.rapport.crm.satisfaction;

import java.math.BigDecimal;
import java.util.Locale;

/** What one unit of a score is. */
public enum ScoreUnit {
    /** Net promoter points, -100 to 100. */
    POINTS,
    /** A share of the answers, 0 to 1. */
    SHARE;

    String show(double score) {
        return this == POINTS
                ? String.format(Locale.ROOT, "%.1f", score)
                : String.format(Locale.ROOT, "%.1f %%", score * 100);
    }

    String showDifference(double difference) {
        return this == POINTS
                ? String.format(Locale.ROOT, "%+.1f points", difference)
                : String.format(Locale.ROOT, "%+.1f percentage points", difference * 100);
    }

    String show(Interval interval) {
        return confidence(interval) + show(interval.lower()) + " to " + show(interval.upper()) + method(interval);
    }

    String showDifference(Interval interval) {
        return confidence(interval) + showDifference(interval.lower()) + " to " + showDifference(interval.upper())
                + method(interval);
    }

    private static String confidence(Interval interval) {
        BigDecimal percent =
                BigDecimal.valueOf(interval.confidence()).movePointRight(2).stripTrailingZeros();
        return percent.toPlainString() + " % interval ";
    }

    private static String method(Interval interval) {
        return " (" + interval.method().label() + ")";
    }
}
