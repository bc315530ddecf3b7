package vaiwg.board.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Unit;
import vaiwg.board.text.Numbers;

/**
 * Policing areas that are too many for a row each: a funnel for each theme, with the value by the number of cases, the ranges in which areas
 * of a size lie by chance, and the names of those that lie outside. It takes as much of a page for sixty areas as for twenty.
 */
public final class AreaFunnels {
    private static final double HEIGHT = 215;
    private static final double TOP = 24;
    private static final double BOTTOM = 178;
    private static final double AXIS = 34;
    private static final double GAP = 14;
    private static final double LINE = 13;

    private AreaFunnels() {}

    /** Draws them in one row. */
    public static String draw(AreaDots areas, double width) {
        Svg svg = Svg.chart("funnels", width, HEIGHT, areas.finding(), said(areas));
        double each = width / areas.columns().size();
        for (int i = 0; i < areas.columns().size(); i++) {
            double left = i * each + AXIS;
            new Funnel(areas.columns().get(i), left, (i + 1) * each - GAP).draw(svg);
        }
        return svg.done();
    }

    /**
     * The areas of a theme that lie beyond the range of 19 of 20.
     *
     * @param theme or empty, where there is one funnel
     * @param names "Dudley 39.9% (93 of 233), Walsall 40.9% (80 of 196)"
     */
    public record Outside(String theme, String names) {}

    /** Which areas those are, of each theme that has some. */
    public static List<Outside> outside(AreaDots areas) {
        List<Outside> all = new ArrayList<>();
        for (AreaDots.Column column : areas.columns()) {
            StringJoiner names = new StringJoiner(", ");
            for (AreaDots.Dot dot : column.dots()) {
                if (isOutside(dot)) {
                    names.add(
                            dot.title() + " " + Numbers.value(dot.figure()) + " (" + Numbers.basis(dot.figure()) + ")");
                }
            }
            if (names.length() > 0) {
                all.add(new Outside(column.title(), names.toString()));
            }
        }
        return all;
    }

    private static String said(AreaDots areas) {
        StringBuilder text = new StringBuilder(areas.alternative());
        for (Outside outside : outside(areas)) {
            text.append(" Beyond the band").append(outside.theme().isEmpty() ? "" : ", " + outside.theme());
            text.append(": ").append(outside.names()).append('.');
        }
        return text.toString();
    }

    private static boolean isOutside(AreaDots.Dot dot) {
        return isDrawn(dot) && (dot.beyond() || dot.far());
    }

    private static boolean isDrawn(AreaDots.Dot dot) {
        return dot.figure().state() == Figure.State.SHOWN && dot.figure().denominator() != null;
    }

    /** One theme. */
    private static final class Funnel {
        private final AreaDots.Column column;
        private final List<AreaDots.Dot> dots;
        private final double left;
        private final double right;
        private final Axis values;
        private final double most;
        private final List<double[]> named = new ArrayList<>();

        Funnel(AreaDots.Column column, double left, double right) {
            this.column = column;
            this.left = left;
            this.right = right;
            dots = column.dots().stream()
                    .filter(AreaFunnels::isDrawn)
                    .sorted(Comparator.comparingInt(dot -> dot.figure().denominator()))
                    .toList();
            double[] shown = DoubleStream.concat(
                            DoubleStream.of(column.centre()),
                            dots.stream()
                                    .flatMapToDouble(dot ->
                                            DoubleStream.of(dot.figure().value(), dot.lower998(), dot.upper998())))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            values = Axis.around(
                    DoubleStream.of(shown).min().orElse(0),
                    DoubleStream.of(shown).max().orElse(1),
                    4);
            most = dots.isEmpty() ? 1 : dots.get(dots.size() - 1).figure().denominator();
        }

        void draw(Svg svg) {
            Unit unit = column.dots().isEmpty()
                    ? Unit.SHARE
                    : column.dots().get(0).figure().unit();
            svg.text(Ink.TEXT_STRONG, Anchor.START, left - AXIS + 4, 12, Texts.fitting(column.title(), right - left));
            range(svg);
            for (double tick : values.ticks()) {
                svg.line(Ink.GRID, left, y(tick), right, y(tick));
                String text = Numbers.tick(tick, unit, values.step()) + (unit == Unit.SHARE ? "%" : "");
                svg.text(Ink.TEXT_QUIET, Anchor.END, left - 4, y(tick) + 4, text);
            }
            sizes(svg);
            svg.line(Ink.CENTRE_LINE, left, y(column.centre()), right, y(column.centre()));
            for (AreaDots.Dot dot : dots) {
                boolean outside = isOutside(dot);
                svg.circle(
                        outside ? Ink.HOLLOW : Ink.POINT, x(dot), y(dot.figure().value()), outside ? 4 : 2.4);
            }
            dots.stream().filter(AreaFunnels::isOutside).forEach(dot -> name(svg, dot));
        }

        /** Between the limits of 19 of 20 the band, and dashed those of 499 of 500, as on the charts by period. */
        private void range(Svg svg) {
            List<AreaDots.Dot> ranged =
                    dots.stream().filter(dot -> !Double.isNaN(dot.lower95())).toList();
            Svg.Path band = new Svg.Path();
            Svg.Path upper = new Svg.Path();
            Svg.Path lower = new Svg.Path();
            for (AreaDots.Dot dot : ranged) {
                band.to(x(dot), y(dot.upper95()));
                upper.to(x(dot), y(dot.upper998()));
                lower.to(x(dot), y(dot.lower998()));
            }
            for (int i = ranged.size() - 1; i >= 0; i--) {
                band.to(x(ranged.get(i)), y(ranged.get(i).lower95()));
            }
            if (!ranged.isEmpty()) {
                svg.path(Ink.FUNNEL_BAND, band.closed());
                svg.path(Ink.LIMIT_LINE, upper);
                svg.path(Ink.LIMIT_LINE, lower);
            }
        }

        /** The axis of sizes, which is of their roots: so the small areas, which are most, are apart. */
        private void sizes(Svg svg) {
            svg.line(Ink.AXIS_LINE, left, BOTTOM, right, BOTTOM);
            double free = left;
            for (double size : new double[] {0, most / 4, most}) {
                String text = Numbers.count((int) Math.round(size));
                double half = Svg.width(text) / 2;
                double x = Math.min(right - half, Math.max(left + half, x(size)));
                if (x - half >= free) {
                    svg.line(Ink.AXIS_LINE, x(size), BOTTOM, x(size), BOTTOM + 3);
                    svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, x, BOTTOM + 16, text);
                    free = x + half + 4;
                }
            }
            svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, (left + right) / 2, BOTTOM + 32, "cases of the area");
        }

        /** Beside its ring, where no other name is; who has none there stands below the picture all the same. */
        private void name(Svg svg, AreaDots.Dot dot) {
            String text = Texts.fitting(dot.title(), right - left - 12);
            double width = Svg.width(text);
            double x = x(dot);
            double y = y(dot.figure().value());
            boolean before = x + 7 + width > right;
            double start = before ? Math.max(left, x - 7 - width) : x + 7;
            double line = before && x - 7 - width < left ? y - 7 : y + 4;
            boolean covered = named.stream()
                    .anyMatch(other -> Math.abs(other[1] - line) < LINE
                            && other[0] < start + width
                            && start < other[0] + other[2]);
            if (!covered) {
                svg.text(Ink.TEXT, Anchor.START, start, line, text);
                named.add(new double[] {start, line, width});
            }
        }

        private double x(AreaDots.Dot dot) {
            return x(dot.figure().denominator());
        }

        private double x(double size) {
            return left + 4 + (right - left - 8) * Math.sqrt(size / most);
        }

        private double y(double value) {
            return BOTTOM - (BOTTOM - TOP) * (value - values.low()) / values.span();
        }
    }
}
