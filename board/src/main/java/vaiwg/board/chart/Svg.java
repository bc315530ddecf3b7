package vaiwg.board.chart;

import java.util.Locale;

/**
 * Writes one SVG picture. Texts are escaped; coordinates have at most one decimal, so that a picture is the same on every machine. Text is
 * 12 px and is never scaled: the picture has the size of its view box.
 */
final class Svg {
    /** Which end of a text its position is. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private static final String FONT = "font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\" font-size=\"12\"";

    private final StringBuilder out = new StringBuilder();

    private Svg(String className, double width, double height, double viewWidth, double viewHeight, String role) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"").append(className);
        out.append("\" ").append(role).append(" width=\"").append(number(width));
        out.append("\" height=\"")
                .append(number(height))
                .append("\" viewBox=\"0 0 ")
                .append(number(viewWidth));
        out.append(' ').append(number(viewHeight)).append("\" ");
    }

    /**
     * A chart.
     *
     * @param title its name for who does not see it
     * @param description what it shows; may be empty
     */
    static Svg chart(String className, double width, double height, String title, String description) {
        Svg svg = new Svg("chart " + className, width, height, width, height, "role=\"img\"");
        svg.out.append(FONT).append("><title>").append(escaped(title)).append("</title>");
        if (!description.isEmpty()) {
            svg.out.append("<desc>").append(escaped(description)).append("</desc>");
        }
        return svg;
    }

    /**
     * A picture beside the word that it repeats: of the given size, drawn on a field of 28 by 28.
     *
     * @param says the word, for a form that knows no silent pictures; of letters only
     */
    static Svg icon(double size, String says) {
        Svg svg = new Svg("icon", size, size, 28, 28, "aria-hidden=\"true\" data-says=\"" + says + "\"");
        svg.out.append('>');
        return svg;
    }

    void line(Ink ink, double x1, double y1, double x2, double y2) {
        start("line", ink);
        attribute("x1", x1);
        attribute("y1", y1);
        attribute("x2", x2);
        attribute("y2", y2);
        out.append("/>");
    }

    void rectangle(Ink ink, double x, double y, double width, double height) {
        start("rect", ink);
        attribute("x", x);
        attribute("y", y);
        attribute("width", width);
        attribute("height", height);
        out.append("/>");
    }

    void circle(Ink ink, double x, double y, double radius) {
        start("circle", ink);
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        out.append("/>");
    }

    void path(Ink ink, String data) {
        start("path", ink);
        out.append(" d=\"").append(data).append("\"/>");
    }

    void path(Ink ink, Path path) {
        path(ink, path.data());
    }

    void text(Ink ink, Anchor anchor, double x, double y, String text) {
        start("text", ink);
        attribute("x", x);
        attribute("y", y);
        if (anchor != Anchor.START) {
            out.append(" text-anchor=\"")
                    .append(anchor.name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        out.append('>').append(escaped(text)).append("</text>");
    }

    String done() {
        return out.append("</svg>").toString();
    }

    /** A polyline or a polygon. */
    static final class Path {
        private final StringBuilder data = new StringBuilder();

        Path to(double x, double y) {
            data.append(data.isEmpty() ? 'M' : 'L')
                    .append(number(x))
                    .append(' ')
                    .append(number(y));
            return this;
        }

        Path closed() {
            data.append('z');
            return this;
        }

        boolean isEmpty() {
            return data.isEmpty();
        }

        String data() {
            return data.toString();
        }
    }

    /** A diamond around a point, by the distance to its corners. */
    static Path diamond(double x, double y, double reach) {
        return new Path()
                .to(x, y - reach)
                .to(x + reach, y)
                .to(x, y + reach)
                .to(x - reach, y)
                .closed();
    }

    /** How wide a text of 12 px is, roughly and rather too wide: there is no font to measure. */
    static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (" .,:;'|ijlIft()".indexOf(c) >= 0) {
                width += 3.6;
            } else {
                width += Character.isUpperCase(c) || c == 'm' || c == 'w' || c == '%' ? 9.2 : 6.7;
            }
        }
        return width;
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        text = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return text.equals("-0") ? "0" : text;
    }

    private void start(String name, Ink ink) {
        out.append('<').append(name).append(' ').append(ink.attributes());
    }

    private void attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
