package vaiwg.bench.page;

import java.util.List;
import java.util.Locale;

/** One line as SVG: a value at each of some sizes, the sizes on a logarithmic axis, the values on one from zero. */
public final class LineChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEFT = 50;
    private static final int RIGHT = 40;
    private static final int TOP = 60;
    private static final int BOTTOM = 50;
    /** Of the greatest value above the axis. */
    private static final double ROOM = 1.25;

    private final String title;
    private final String sizes;

    /**
     * A point of the line.
     *
     * @param size above 0
     */
    public record Point(double size, double value) {}

    /** @param sizes what they are, for the axis */
    public LineChart(String title, String sizes) {
        this.title = title;
        this.sizes = sizes;
    }

    /** @param points two or more, by size */
    public String svg(List<Point> points) {
        double most = points.stream().mapToDouble(Point::value).max().orElseThrow() * ROOM;
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"12\" role=\"img\">%n<title>%s</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"
                        + "<text x=\"8\" y=\"20\" font-size=\"14\" font-weight=\"bold\">%s</text>%n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT,
                title,
                title);
        int bottom = HEIGHT - BOTTOM;
        add(
                svg,
                "<path d=\"M%d,%d V%d H%d\" fill=\"none\" stroke=\"#767676\"/>%n",
                LEFT,
                TOP - 20,
                bottom,
                WIDTH - RIGHT + 20);
        text(svg, LEFT - 8, bottom + 4, "end", "0");
        text(svg, WIDTH / 2, HEIGHT - 8, "middle", sizes);
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            int x = x(point, points);
            int y = bottom - (int) Math.round(point.value() / most * (bottom - TOP + 20));
            line.append(line.isEmpty() ? "M" : " L").append(x).append(',').append(y);
            add(svg, "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#1f4e79\"/>%n", x, y);
            text(svg, x, y - 10, "middle", String.format(Locale.ROOT, "%.1f", point.value()));
            text(svg, x, bottom + 18, "middle", String.format(Locale.ROOT, "%,.0f", point.size()));
        }
        add(svg, "<path d=\"%s\" fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"2\"/>%n", line);
        return svg.append("</svg>\n").toString();
    }

    private static int x(Point point, List<Point> points) {
        double least = Math.log(points.get(0).size());
        double most = Math.log(points.get(points.size() - 1).size());
        int room = WIDTH - LEFT - RIGHT - 50;
        return LEFT + 40 + (int) Math.round((Math.log(point.size()) - least) / (most - least) * room);
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
