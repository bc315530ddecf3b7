package vaiwg.board.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import vaiwg.board.Digits;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.comparison.ComparedForce;
import vaiwg.board.comparison.ComparedMeasure;
import vaiwg.board.comparison.ForceMeasure;
import vaiwg.board.comparison.FunnelRange;
import vaiwg.board.report.Unit;
import vaiwg.board.text.NumberText;

/** The funnel of forces in one measure: forces by their size with their names, and the ranges in which forces of a size lie by chance. */
public final class ForceFunnel {
    private static final double HEIGHT = 290;
    private static final double TOP = 8;
    private static final double BOTTOM = 250;
    private static final double LEFT = 40;
    private static final double MARGIN = 6;
    private static final double LINE = 13;

    private final Svg svg;
    private final ForceMeasure measure;
    private final ComparedMeasure.Curve funnel;
    private final List<ComparedForce> forces;
    private final double right;
    private final double from;
    private final double most;
    private final Axis values;
    private final List<Label> named = new ArrayList<>();

    private ForceFunnel(Svg svg, ComparedMeasure compared, ComparedMeasure.Curve funnel, double right) {
        this.svg = svg;
        this.measure = compared.measure();
        this.funnel = funnel;
        this.forces = compared.forces();
        this.right = right;
        List<FunnelRange> ranges = funnel.ranges();
        this.from = Math.min(
                ranges.get(0).size(), 0.9 * ranges.get(ranges.size() - 1).size());
        this.most =
                forces.stream().mapToDouble(ComparedForce::denominator).max().orElse(1);
        double[] shown = Stream.of(
                        DoubleStream.of(funnel.centre()),
                        forces.stream().mapToDouble(ComparedForce::value),
                        ranges.stream().flatMapToDouble(range -> DoubleStream.of(range.lower998(), range.upper998())))
                .flatMapToDouble(each -> each)
                .toArray();
        this.values = Axis.around(
                DoubleStream.of(shown).min().orElse(0),
                DoubleStream.of(shown).max().orElse(1),
                4);
    }

    /** Draws it; the measure has one. */
    public static String draw(ComparedMeasure compared, ComparedMeasure.Curve funnel, double width) {
        Svg svg = Svg.chart(
                "funnel", width, HEIGHT, compared.measure().title() + ": " + compared.finding(), said(compared));
        new ForceFunnel(svg, compared, funnel, width - MARGIN).draw();
        return svg.done();
    }

    private static String said(ComparedMeasure compared) {
        return compared.outside()
                + compared.forces().stream()
                        .filter(ComparedForce::isOutside)
                        .map(force -> " " + force.force() + " "
                                + NumberText.value(
                                        force.value(), compared.measure().unit()) + ", " + force.said() + ".")
                        .collect(Collectors.joining());
    }

    private void draw() {
        range();
        for (double tick : values.ticks()) {
            svg.line(Ink.GRID, LEFT, y(tick), right, y(tick));
            String text =
                    NumberText.tick(tick, measure.unit(), values.step()) + (measure.unit() == Unit.SHARE ? "%" : "");
            svg.text(Ink.TEXT_QUIET, Anchor.END, LEFT - 4, y(tick) + 4, text);
        }
        sizes();
        svg.line(Ink.CENTRE_LINE, LEFT, y(funnel.centre()), right, y(funnel.centre()));
        for (ComparedForce force : forces) {
            svg.circle(
                    force.isOutside() ? Ink.HOLLOW : Ink.POINT,
                    x(force.denominator()),
                    y(force.value()),
                    force.isOutside() ? 4 : 2.4);
        }
        forces.stream()
                .sorted(Comparator.comparing(force -> !force.isOutside()))
                .forEach(this::name);
    }

    /** Between the limits of 19 of 20 the band, and dashed those of 499 of 500, as on the charts by period. */
    private void range() {
        Svg.Path band = new Svg.Path();
        Svg.Path upper = new Svg.Path();
        Svg.Path lower = new Svg.Path();
        for (FunnelRange range : funnel.ranges()) {
            band.to(x(range.size()), y(range.upper95()));
            upper.to(x(range.size()), y(range.upper998()));
            lower.to(x(range.size()), y(range.lower998()));
        }
        for (int i = funnel.ranges().size() - 1; i >= 0; i--) {
            band.to(x(funnel.ranges().get(i).size()), y(funnel.ranges().get(i).lower95()));
        }
        svg.path(Ink.FUNNEL_BAND, band.closed());
        svg.path(Ink.LIMIT_LINE, upper);
        svg.path(Ink.LIMIT_LINE, lower);
    }

    /** The axis of sizes, which is of their roots: so the small units, which are most, are apart. */
    private void sizes() {
        svg.line(Ink.AXIS_LINE, LEFT, BOTTOM, right, BOTTOM);
        double free = LEFT;
        for (double size : sizeTicks()) {
            String text = Digits.count((int) Math.round(size));
            double half = Svg.width(text) / 2;
            double x = Math.min(right - half, Math.max(LEFT + half, x(size)));
            if (x - half >= free) {
                svg.line(Ink.AXIS_LINE, x(size), BOTTOM, x(size), BOTTOM + 3);
                svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, x, BOTTOM + 16, text);
                free = x + half + 4;
            }
        }
        svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, (LEFT + right) / 2, BOTTOM + 32, measure.sizes());
    }

    private List<Double> sizeTicks() {
        return Axis.around(from, most, 3).ticks().stream()
                .filter(size -> size >= from && size <= most)
                .toList();
    }

    /**
     * Beside its point, above or below it, where no other name is and no other point; the name of one outside covers points rather
     * than be missing. Who has none there is listed below the picture all the same.
     */
    private void name(ComparedForce force) {
        String text = Texts.fitting(force.force(), right - LEFT - 12);
        List<Label> places = places(force, Svg.width(text));
        places.stream()
                .filter(label -> isFree(label, force))
                .findFirst()
                .or(() -> places.stream()
                        .filter(label -> force.isOutside() && named.stream().noneMatch(label::meets))
                        .findFirst())
                .ifPresent(label -> {
                    svg.text(Ink.TEXT, Anchor.START, label.start(), label.line(), text);
                    named.add(label);
                });
    }

    private List<Label> places(ComparedForce force, double width) {
        double x = x(force.denominator());
        double y = y(force.value());
        double middle = Math.max(LEFT, Math.min(right - width, x - width / 2));
        return Stream.of(
                        new Label(x + 7, y + 4, width),
                        new Label(x - 7 - width, y + 4, width),
                        new Label(middle, y - 7, width),
                        new Label(middle, y + 16, width))
                .filter(label -> label.start() >= LEFT && label.start() + width <= right)
                .toList();
    }

    private boolean isFree(Label label, ComparedForce own) {
        return named.stream().noneMatch(label::meets)
                && forces.stream()
                        .noneMatch(force -> force != own && label.covers(x(force.denominator()), y(force.value())));
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
        double least = Math.sqrt(from);
        return LEFT + 4 + (right - LEFT - 8) * (Math.sqrt(size) - least) / (Math.sqrt(most) - least);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * (value - values.low()) / values.span();
    }
}
