package io.rapport.crm.quickstart.report;

import java.util.Locale;

/** Text and numbers as HTML and SVG take them. */
final class Markup {

    private Markup() {}

    /** Safe as content and inside a double-quoted attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A coordinate, to a hundredth of a pixel. */
    static String px(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.2f", rounded);
    }
}
