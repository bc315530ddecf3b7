package vaiwg.board.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.EstimatePoint;
import vaiwg.board.report.NumberText;
import vaiwg.board.report.Unit;

/**
 * A control chart: points by 28 days, limits with the band between them, the centre, names at the right end instead of a legend, the periods
 * that limits were set from, limits set again, and the provisional tail. Its axis begins where the limits end, not at 0.
 */
public final class ControlChart {
    /** By how much words stand above the plot. */
    static final double ABOVE = 10;
    /** Of the words above estimates. */
    static final double ESTIMATE_WIDTH = 126;

    private static final double WIDTH = 703;
    private static final double LEFT = 40;
    private static final double RIGHT = 588;
    private static final double TOP = 24;
    /** Of the time axis and its days. */
    private static final double AXIS_HEIGHT = 24;
    /** Below the values, for what limits were set from and, where a plot is low, for the words of estimates. */
    private static final double STRIP = 26;
    /** How far above the time axis words in the strip stand: with half a mark of a lowest point above them, and the bracket below. */
    private static final double IN_STRIP = 10;

    private static final int LEAST_DAYS = 26 * 7;

    private final BlockChart chart;
    private final Frame frame;
    private final Svg svg;

    private ControlChart(BlockChart chart, double height) {
        this.chart = chart;
        this.svg = Svg.chart("control", WIDTH, height, chart.finding(), chart.alternative());
        double bottom = bottom(chart, height);
        this.frame = frame(chart, LEFT, RIGHT, TOP, bottom, height - AXIS_HEIGHT, axis(chart, steps(bottom - TOP)));
    }

    /**
     * Whether the axis of a chart of that height begins at 0; where it does not, the reader is told so.
     *
     * @param height as it is drawn
     */
    public static boolean beginsAtZero(BlockChart chart, double height) {
        return axis(chart, steps(bottom(chart, height) - TOP)).low() <= 0;
    }

    /** Where the plot ends. */
    private static double bottom(BlockChart chart, double height) {
        double base = height - AXIS_HEIGHT;
        boolean words = !chart.estimates().isEmpty() && NewestSignal.isLow(base - TOP);
        return hasBracket(chart) || words ? base - STRIP : base;
    }

    /** As many steps as have room for their numbers. */
    private static int steps(double height) {
        return (int) Math.max(2, Math.min(5, height / 34));
    }

    /**
     * Draws the chart over the whole width of a page.
     *
     * @param height in px, such as 280 for the chart that proves a page's first sentence
     */
    public static String draw(BlockChart chart, double height) {
        if (chart.points().isEmpty() && chart.estimates().isEmpty()) {
            return "";
        }
        return new ControlChart(chart, height).drawn();
    }

    /** The span of days of a chart: at least half a year, so that few points do not look like a long history; the newest is at the right. */
    static Frame frame(BlockChart chart, double left, double right, double top, double bottom, double base, Axis axis) {
        LocalDate from = Stream.concat(
                        chart.points().stream().map(BlockPoint::firstDay),
                        chart.estimates().stream().map(EstimatePoint::firstDay))
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = Stream.concat(
                        chart.points().stream().map(BlockPoint::lastDay),
                        chart.estimates().stream().map(EstimatePoint::lastDay))
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate until = last.plusDays(1);
        LocalDate latest = until.minusDays(LEAST_DAYS);
        return new Frame(left, right, top, bottom, base, from.isAfter(latest) ? latest : from, until, axis);
    }

    /** The axis that holds all that is drawn. */
    static Axis axis(BlockChart chart, int steps) {
        double[] drawn = drawn(chart).toArray();
        double least = DoubleStream.of(drawn).min().orElse(0);
        double most = DoubleStream.of(drawn).max().orElse(1);
        Axis axis = Axis.around(least, most, steps);
        boolean beyondAll = chart.unit() == Unit.SHARE && axis.high() > 1 && most <= 1;
        return beyondAll ? new Axis(axis.low(), 1, axis.step()) : axis;
    }

    /** Every value that must lie within the axis. */
    static DoubleStream drawn(BlockChart chart) {
        return DoubleStream.concat(
                chart.points().stream()
                        .flatMapToDouble(point -> LimitBands.shown(point)
                                ? DoubleStream.of(point.value(), point.lower(), point.upper())
                                : DoubleStream.of(point.value())),
                chart.estimates().stream()
                        .flatMapToDouble(point -> DoubleStream.of(point.value(), point.lower(), point.upper())));
    }

    private String drawn() {
        frame.values(svg, chart.unit());
        LimitBands limits = new LimitBands(chart, frame);
        limits.bands(svg);
        Tail tail = new Tail(chart, frame);
        tail.ground(svg);
        if (!chart.estimates().isEmpty()) {
            // Above a low plot is the label of the newest signal, and within it the words would cross band or points.
            boolean low = NewestSignal.isLow(frame.bottom() - frame.top());
            double at = low ? frame.base() - IN_STRIP : frame.top() - ABOVE;
            svg.text(Ink.TEXT_QUIET, Anchor.END, frame.right(), at, "estimate, provisional");
        }
        frame.quarters(svg);
        rebases();
        DatedLines.draw(svg, chart, frame, frame.top() - ABOVE);
        bracket();
        Svg.Path line = new Svg.Path();
        for (BlockPoint point : chart.points()) {
            line.to(x(point), frame.y(point.value()));
        }
        if (!line.isEmpty()) {
            svg.path(Ink.VALUE_LINE, line);
        }
        tail.points(svg);
        for (BlockPoint point : chart.points()) {
            PointMarks.draw(svg, point.state(), x(point), frame.y(point.value()), 6.5);
        }
        chart.sameWeeksAYearBefore().ifPresent(this::yearBefore);
        names(limits);
        NewestSignal.label(svg, chart, frame);
        return svg.done();
    }

    private void rebases() {
        for (BlockChart.Rebase rebase : chart.rebases()) {
            if (rebase.day().isBefore(frame.from()) || !rebase.day().isBefore(frame.until())) {
                continue;
            }
            double x = frame.x(rebase.day());
            svg.line(Ink.REBASE_LINE, x, frame.top() - 6, x, frame.bottom());
            String text = rebase.words();
            boolean right = x + Svg.width(text) < frame.right() - 120;
            svg.text(Ink.TEXT_QUIET, right ? Anchor.START : Anchor.END, x, frame.top() - 10, text);
        }
    }

    /** Below the values and above the time axis, where it covers nothing. */
    private void bracket() {
        if (!hasBracket(chart)) {
            return;
        }
        List<BlockPoint> points = chart.points();
        int periods = Math.min(chart.baseline(), points.size());
        double left = frame.x(points.get(0).firstDay());
        double right = frame.x(points.get(periods - 1).lastDay().plusDays(1));
        double y = frame.base() - 5;
        svg.path(
                Ink.BRACKET,
                new Svg.Path().to(left, y - 3).to(left, y).to(right, y).to(right, y - 3));
        svg.text(Ink.TEXT_QUIET, Anchor.START, left + 3, frame.base() - IN_STRIP, setFrom(periods));
    }

    /**
     * Limits that are drawn rest on a number of periods that is always the same; the first may be too long ago, withheld, or not published. Who
     * counts the points above the bracket finds the number that is named.
     */
    private static String setFrom(int drawn) {
        return drawn == BlockChart.BASELINE
                ? "limits set from these " + drawn + " periods"
                : "limits set from " + BlockChart.BASELINE + " periods, " + drawn + " of them here";
    }

    private static boolean hasBracket(BlockChart chart) {
        return chart.baseline() >= 2
                && chart.points().size() >= 2
                && chart.points().stream().anyMatch(LimitBands::shown);
    }

    private void yearBefore(BlockPoint before) {
        boolean drawn = !before.firstDay().isBefore(frame.from());
        if (drawn) {
            svg.circle(Ink.YEAR_BEFORE, x(before), frame.y(before.value()), 6);
        }
    }

    /** Limits and centre by name and value, pushed apart where they are closer than a line. */
    private void names(LimitBands limits) {
        Optional<BlockPoint> newest = limits.newest();
        if (newest.isEmpty()) {
            return;
        }
        BlockPoint point = newest.get();
        double centre = frame.y(point.centre()) + 4;
        double upper = Math.min(frame.y(point.upper()) + 4, centre - 15);
        double lower = Math.max(frame.y(point.lower()) + 4, centre + 15);
        double x = frame.right() + 7;
        svg.text(Ink.TEXT, Anchor.START, x, upper, "upper limit " + NumberText.value(point.upper(), chart.unit()));
        svg.text(Ink.TEXT_STRONG, Anchor.START, x, centre, "usual " + NumberText.value(point.centre(), chart.unit()));
        svg.text(Ink.TEXT, Anchor.START, x, lower, "lower limit " + NumberText.value(point.lower(), chart.unit()));
    }

    private double x(BlockPoint point) {
        return frame.middle(point.firstDay(), point.lastDay());
    }
}
