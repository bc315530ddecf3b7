package vaiwg.board.chart;

import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.report.BlockPoint;

/** A chart of the size of a word: the newest periods, their limits as a band, the newest point by what is said of it. */
public final class Sparkline {
    private static final double WIDTH = 88;
    private static final double HEIGHT = 20;
    private static final double LEFT = 3;
    private static final double RIGHT = 79;
    private static final double TOP = 6;
    private static final double BOTTOM = 14;

    private Sparkline() {}

    /**
     * Draws it; an empty text where there is no point.
     *
     * @param state what is said of the figure, by which the newest point is marked
     * @param title its name for who does not see it
     */
    public static String draw(List<BlockPoint> points, State state, String title) {
        if (points.isEmpty()) {
            return "";
        }
        Svg svg = Svg.chart("spark", WIDTH, HEIGHT, title, "");
        double least = points.stream().mapToDouble(Sparkline::low).min().orElseThrow();
        double most = points.stream().mapToDouble(Sparkline::high).max().orElseThrow();
        double step = points.size() == 1 ? 0 : (RIGHT - LEFT) / (points.size() - 1);
        double start = points.size() == 1 ? RIGHT : LEFT;
        Svg.Path line = new Svg.Path();
        for (int i = 0; i < points.size(); i++) {
            line.to(start + i * step, y(points.get(i).value(), least, most));
        }
        int limited = 0;
        while (limited < points.size() && !LimitBands.shown(points.get(limited))) {
            limited++;
        }
        if (limited < points.size() - 1) {
            band(svg, points, limited, start, step, least, most);
        }
        svg.path(Ink.SPARK_LINE, line);
        BlockPoint last = points.get(points.size() - 1);
        PointMarks.draw(svg, Optional.of(state), start + (points.size() - 1) * step, y(last.value(), least, most), 5.5);
        return svg.done();
    }

    /** From the first point with limits on; a later one without them ends it. */
    private static void band(
            Svg svg, List<BlockPoint> points, int first, double start, double step, double least, double most) {
        int end = first;
        while (end < points.size() && LimitBands.shown(points.get(end))) {
            end++;
        }
        Svg.Path area = new Svg.Path();
        Svg.Path centre = new Svg.Path();
        for (int i = first; i < end; i++) {
            area.to(start + i * step, y(points.get(i).upper(), least, most));
            centre.to(start + i * step, y(points.get(i).centre(), least, most));
        }
        for (int i = end - 1; i >= first; i--) {
            area.to(start + i * step, y(points.get(i).lower(), least, most));
        }
        svg.path(Ink.SPARK_BAND, area.closed());
        svg.path(Ink.CENTRE_LINE, centre);
    }

    private static double low(BlockPoint point) {
        return LimitBands.shown(point) ? Math.min(point.value(), point.lower()) : point.value();
    }

    private static double high(BlockPoint point) {
        return LimitBands.shown(point) ? Math.max(point.value(), point.upper()) : point.value();
    }

    private static double y(double value, double least, double most) {
        return most > least ? BOTTOM - (BOTTOM - TOP) * (value - least) / (most - least) : (TOP + BOTTOM) / 2;
    }
}
