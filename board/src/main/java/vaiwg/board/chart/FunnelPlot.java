package vaiwg.board.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.comparison.FunnelRange;
import vaiwg.board.report.Unit;
import vaiwg.board.text.NumberText;

/** One funnel: units by their size, the ranges in which units of a size lie by chance, and the names of some. */
final class FunnelPlot {
    private static final double LINE = 13;

    private final Field field;
    private final Scale scale;
    private final List<FunnelRange> ranges;
    private final List<Point> points;
    private final Axis values;
    private final double most;
    private final List<Label> named = new ArrayList<>();

    /** Where it is drawn: the corners between the axes. */
    record Field(double left, double right, double top, double bottom) {}

    /**
     * What its axes are of.
     *
     * @param centre the value of all units together
     * @param sizes what the sizes are, below their axis
     * @param from the size at which their axis begins
     * @param everyName whether units within the ranges are named too, where there is room
     */
    record Scale(Unit unit, double centre, String sizes, double from, boolean everyName) {}

    /** A unit; a ring where it is outside. */
    record Point(String name, double size, double value, boolean outside) {}

    /**
     * A funnel.
     *
     * @param ranges by size, the smallest first
     */
    FunnelPlot(Field field, Scale scale, List<FunnelRange> ranges, List<Point> points) {
        this.field = field;
        this.scale = scale;
        this.ranges = ranges;
        this.points = points;
        double[] shown = Stream.of(
                        DoubleStream.of(scale.centre()),
                        points.stream().mapToDouble(Point::value),
                        ranges.stream().flatMapToDouble(range -> DoubleStream.of(range.lower998(), range.upper998())))
                .flatMapToDouble(each -> each)
                .toArray();
        values = Axis.around(
                DoubleStream.of(shown).min().orElse(0),
                DoubleStream.of(shown).max().orElse(1),
                4);
        most = points.stream().mapToDouble(Point::size).max().orElse(1);
    }

    void draw(Svg svg) {
        range(svg);
        for (double tick : values.ticks()) {
            svg.line(Ink.GRID, field.left(), y(tick), field.right(), y(tick));
            String text = NumberText.tick(tick, scale.unit(), values.step()) + (scale.unit() == Unit.SHARE ? "%" : "");
            svg.text(Ink.TEXT_QUIET, Anchor.END, field.left() - 4, y(tick) + 4, text);
        }
        sizes(svg);
        svg.line(Ink.CENTRE_LINE, field.left(), y(scale.centre()), field.right(), y(scale.centre()));
        for (Point point : points) {
            svg.circle(
                    point.outside() ? Ink.HOLLOW : Ink.POINT,
                    x(point.size()),
                    y(point.value()),
                    point.outside() ? 4 : 2.4);
        }
        points.stream()
                .filter(point -> scale.everyName() || point.outside())
                .sorted(Comparator.comparing(point -> !point.outside()))
                .forEach(point -> name(svg, point));
    }

    /** Between the limits of 19 of 20 the band, and dashed those of 499 of 500, as on the charts by period. */
    private void range(Svg svg) {
        Svg.Path band = new Svg.Path();
        Svg.Path upper = new Svg.Path();
        Svg.Path lower = new Svg.Path();
        for (FunnelRange range : ranges) {
            band.to(x(range.size()), y(range.upper95()));
            upper.to(x(range.size()), y(range.upper998()));
            lower.to(x(range.size()), y(range.lower998()));
        }
        for (int i = ranges.size() - 1; i >= 0; i--) {
            band.to(x(ranges.get(i).size()), y(ranges.get(i).lower95()));
        }
        if (!ranges.isEmpty()) {
            svg.path(Ink.FUNNEL_BAND, band.closed());
            svg.path(Ink.LIMIT_LINE, upper);
            svg.path(Ink.LIMIT_LINE, lower);
        }
    }

    /** The axis of sizes, which is of their roots: so the small units, which are most, are apart. */
    private void sizes(Svg svg) {
        svg.line(Ink.AXIS_LINE, field.left(), field.bottom(), field.right(), field.bottom());
        double free = field.left();
        for (double size : sizeTicks()) {
            String text = NumberText.count((int) Math.round(size));
            double half = Svg.width(text) / 2;
            double x = Math.min(field.right() - half, Math.max(field.left() + half, x(size)));
            if (x - half >= free) {
                svg.line(Ink.AXIS_LINE, x(size), field.bottom(), x(size), field.bottom() + 3);
                svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, x, field.bottom() + 16, text);
                free = x + half + 4;
            }
        }
        svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, (field.left() + field.right()) / 2, field.bottom() + 32, scale.sizes());
    }

    /** From 0 the quarter, which is in the middle, and the whole; else round numbers. */
    private List<Double> sizeTicks() {
        return scale.from() == 0
                ? List.of(0.0, most / 4, most)
                : Axis.around(scale.from(), most, 3).ticks().stream()
                        .filter(size -> size >= scale.from() && size <= most)
                        .toList();
    }

    /**
     * Beside its point, above or below it, where no other name is and no other point; the name of one outside covers points rather
     * than be missing. Who has none there is listed below the picture all the same.
     */
    private void name(Svg svg, Point point) {
        String text = Texts.fitting(point.name(), field.right() - field.left() - 12);
        List<Label> places = places(point, Svg.width(text));
        places.stream()
                .filter(label -> isFree(label, point))
                .findFirst()
                .or(() -> places.stream()
                        .filter(label -> point.outside() && named.stream().noneMatch(label::meets))
                        .findFirst())
                .ifPresent(label -> {
                    svg.text(Ink.TEXT, Anchor.START, label.start(), label.line(), text);
                    named.add(label);
                });
    }

    private List<Label> places(Point point, double width) {
        double x = x(point.size());
        double y = y(point.value());
        double middle = Math.max(field.left(), Math.min(field.right() - width, x - width / 2));
        return Stream.of(
                        new Label(x + 7, y + 4, width),
                        new Label(x - 7 - width, y + 4, width),
                        new Label(middle, y - 7, width),
                        new Label(middle, y + 16, width))
                .filter(label -> label.start() >= field.left() && label.start() + width <= field.right())
                .toList();
    }

    private boolean isFree(Label label, Point own) {
        return named.stream().noneMatch(label::meets)
                && points.stream().noneMatch(point -> point != own && label.covers(x(point.size()), y(point.value())));
    }

    /** Where a name stands: its left end, the line that it stands on, and how long it is. */
    private record Label(double start, double line, double width) {
        boolean meets(Label other) {
            return Math.abs(other.line - line) < LINE
                    && other.start < start + width
                    && start < other.start + other.width;
        }

        boolean covers(double x, double y) {
            return x > start - 3 && x < start + width + 3 && y > line - LINE && y < line + 4;
        }
    }

    private double x(double size) {
        double from = Math.sqrt(scale.from());
        return field.left()
                + 4
                + (field.right() - field.left() - 8) * (Math.sqrt(size) - from) / (Math.sqrt(most) - from);
    }

    private double y(double value) {
        return field.bottom() - (field.bottom() - field.top()) * (value - values.low()) / values.span();
    }
}
