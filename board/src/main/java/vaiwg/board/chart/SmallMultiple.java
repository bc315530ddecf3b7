package vaiwg.board.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Unit;
import vaiwg.board.text.NumberText;

/** Control charts beside one another. Shares have axes of one span, so that variation can be compared; their ends differ. */
public final class SmallMultiple {
    /** This many stand in one row, narrower and without the name of their centre, which {@link #usual} says. */
    public static final int NARROW = 4;

    private static final double HEIGHT = 146;
    private static final double LEFT = 40;
    private static final int STEPS = 4;

    private SmallMultiple() {}

    /** Draws them, in their order; an empty text for one without points. */
    public static List<String> draw(List<BlockChart> charts) {
        double span = charts.stream()
                .filter(chart -> chart.unit() == Unit.SHARE && !isEmpty(chart))
                .mapToDouble(chart -> ControlChart.axis(chart, STEPS).span())
                .max()
                .orElse(0);
        List<String> pictures = new ArrayList<>();
        for (BlockChart chart : charts) {
            pictures.add(isEmpty(chart) ? "" : picture(chart, span, charts.size() == NARROW));
        }
        return pictures;
    }

    /** What is usual of the newest period that has limits, behind the word of its verdict: " · usual 27%"; empty where none has. */
    public static String usual(BlockChart chart) {
        return centre(chart).map(text -> " · " + text).orElse("");
    }

    private static Optional<String> centre(BlockChart chart) {
        return chart.points().stream()
                .filter(LimitBands::shown)
                .reduce((earlier, later) -> later)
                .map(point -> "usual " + NumberText.roughly(point.centre(), chart.unit()));
    }

    private static boolean isEmpty(BlockChart chart) {
        return chart.points().isEmpty() && chart.estimates().isEmpty();
    }

    private static String picture(BlockChart chart, double span, boolean narrow) {
        double width = narrow ? 170 : 228;
        double right = narrow ? 164 : 156;
        Axis own = ControlChart.axis(chart, STEPS);
        Axis axis = chart.unit() == Unit.SHARE ? Axis.ofSpan(span, (own.low() + own.high()) / 2, STEPS) : own;
        Frame frame = ControlChart.frame(chart, LEFT, right, 22, HEIGHT - 22, HEIGHT - 22, axis);
        Svg svg = Svg.chart("multiple", width, HEIGHT, chart.finding(), chart.alternative());
        frame.values(svg, chart.unit());
        LimitBands limits = new LimitBands(chart, frame);
        limits.bands(svg);
        Tail tail = new Tail(chart, frame);
        tail.ground(svg);
        frame.quarters(svg);
        rebases(svg, chart, frame, width);
        DatedLines.draw(svg, chart, frame, 11);
        Svg.Path line = new Svg.Path();
        for (BlockPoint point : chart.points()) {
            line.to(frame.middle(point.firstDay(), point.lastDay()), frame.y(point.value()));
        }
        if (!line.isEmpty()) {
            svg.path(Ink.SPARK_LINE, line);
        }
        tail.points(svg);
        marks(svg, chart, frame);
        Optional<BlockPoint> newest = limits.newest();
        if (newest.isPresent() && !narrow) {
            svg.text(
                    Ink.TEXT,
                    Anchor.START,
                    right + 6,
                    frame.y(newest.get().centre()) + 4,
                    centre(chart).orElseThrow());
        }
        return svg.done();
    }

    private static void rebases(Svg svg, BlockChart chart, Frame frame, double width) {
        for (BlockChart.Rebase rebase : chart.rebases()) {
            if (!rebase.day().isBefore(frame.from()) && rebase.day().isBefore(frame.until())) {
                double x = frame.x(rebase.day());
                svg.line(Ink.REBASE_LINE, x, 14, x, frame.bottom());
                String text = rebase.words();
                double start = Math.min(x - 4, width - Svg.width(text));
                svg.text(Ink.TEXT_QUIET, Anchor.START, start, 11, text);
            }
        }
    }

    /** Points are too close to be marked, but for signals and a history so short that there is no line. */
    private static void marks(Svg svg, BlockChart chart, Frame frame) {
        for (BlockPoint point : chart.points()) {
            if (point.verdict().verdict().isSignal() || chart.points().size() < 6) {
                double x = frame.middle(point.firstDay(), point.lastDay());
                PointMarks.draw(svg, point.verdict().verdict(), x, frame.y(point.value()), 5);
            }
        }
    }
}
