package io.rapport.crm.quickstart.report;

/** Draws one inline SVG picture that scales with the page and is described in words for those who do not see it. */
final class Svg {

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;
    private final String description;

    Svg(int width, int height, String description) {
        this.width = width;
        this.height = height;
        this.description = description;
    }

    Svg rect(double x, double y, double w, double h, String cssClass) {
        body.append("<rect x=\"").append(Markup.px(x)).append("\" y=\"").append(Markup.px(y));
        body.append("\" width=\"").append(Markup.px(w)).append("\" height=\"").append(Markup.px(h));
        return close(cssClass);
    }

    Svg line(double x1, double y1, double x2, double y2, String cssClass) {
        body.append("<line x1=\"").append(Markup.px(x1)).append("\" y1=\"").append(Markup.px(y1));
        body.append("\" x2=\"").append(Markup.px(x2)).append("\" y2=\"").append(Markup.px(y2));
        return close(cssClass);
    }

    Svg dot(double x, double y, double radius, String cssClass) {
        body.append("<circle cx=\"").append(Markup.px(x)).append("\" cy=\"").append(Markup.px(y));
        body.append("\" r=\"").append(Markup.px(radius));
        return close(cssClass);
    }

    Svg polyline(String points, String cssClass) {
        body.append("<polyline points=\"").append(points);
        return close(cssClass);
    }

    Svg polygon(String points, String cssClass) {
        body.append("<polygon points=\"").append(points);
        return close(cssClass);
    }

    Svg text(double x, double y, String cssClass, String text) {
        body.append("<text x=\"").append(Markup.px(x)).append("\" y=\"").append(Markup.px(y));
        body.append("\" class=\"")
                .append(cssClass)
                .append("\">")
                .append(Markup.escape(text))
                .append("</text>\n");
        return this;
    }

    String markup() {
        String label = Markup.escape(description);
        return "<svg viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" aria-label=\"" + label + "\">\n" + body
                + "</svg>\n";
    }

    private Svg close(String cssClass) {
        body.append("\" class=\"").append(cssClass).append("\"/>\n");
        return this;
    }
}
