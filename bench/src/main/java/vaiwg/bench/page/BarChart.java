package vaiwg.bench.page;

import java.util.List;
import java.util.Locale;

/** Horizontal bars as SVG, one or two a line, each with its value behind it. */
final class BarChart {
    private static final int LABELS = 330;
    private static final int BARS = 430;
    private static final int VALUES = 60;
    private static final int LINE = 34;
    private static final int BAR = 11;
    private static final int TOP = 58;
    private static final String[] COLOURS = {"#9db8d2", "#1f4e79"};

    private final String title;
    private final List<String> series;

    /**
     * A line of the chart.
     *
     * @param values by series, one each
     */
    record Bars(String label, List<Double> values) {}

    /** @param series the names of what the bars of a line stand for, one or two */
    BarChart(String title, List<String> series) {
        this.title = title;
        this.series = series;
    }

    String svg(List<Bars> lines) {
        double most = lines.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        int width = LABELS + BARS + VALUES;
        int height = TOP + lines.size() * LINE + 8;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"12\" role=\"img\">%n<title>%s</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"
                        + "<text x=\"8\" y=\"20\" font-size=\"14\" font-weight=\"bold\">%s</text>%n",
                width,
                height,
                width,
                height,
                escaped(title),
                escaped(title)));
        for (int i = 0; i < series.size(); i++) {
            bar(svg, LABELS + i * 120, 34, 20, COLOURS[i]);
            text(svg, LABELS + 26 + i * 120, 44, "start", series.get(i));
        }
        for (int line = 0; line < lines.size(); line++) {
            int y = TOP + line * LINE;
            text(svg, LABELS - 8, y + LINE / 2, "end", lines.get(line).label());
            for (int i = 0; i < series.size(); i++) {
                double value = lines.get(line).values().get(i);
                int length = (int) Math.round(value / most * BARS);
                int top = y + 5 + i * (BAR + 1);
                bar(svg, LABELS, top, Math.max(1, length), COLOURS[i]);
                text(svg, LABELS + length + 5, top + BAR - 1, "start", String.format(Locale.ROOT, "%.1f", value));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, int x, int y, int length, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
                x,
                y,
                length,
                BAR,
                colour));
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
