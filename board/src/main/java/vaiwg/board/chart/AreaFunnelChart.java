package vaiwg.board.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.comparison.FunnelRange;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Unit;
import vaiwg.board.text.NumberText;

/**
 * Policing areas that are too many for a row each: a funnel for each theme, with the value by the number of cases, the ranges in which areas
 * of a size lie by chance, and the names of those that lie outside. It takes as much of a page for sixty areas as for twenty.
 */
public final class AreaFunnelChart {
    private static final double HEIGHT = 215;
    private static final double TOP = 24;
    private static final double BOTTOM = 178;
    private static final double AXIS = 34;
    private static final double GAP = 14;

    private AreaFunnelChart() {}

    /** Draws them in one row. */
    public static String draw(AreaDots areas, double width) {
        Svg svg = Svg.chart("funnels", width, HEIGHT, areas.finding(), said(areas));
        double each = width / areas.columns().size();
        for (int i = 0; i < areas.columns().size(); i++) {
            double left = i * each + AXIS;
            draw(svg, areas.columns().get(i), left, (i + 1) * each - GAP);
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
                    names.add(dot.title() + " " + NumberText.value(dot.figure()) + " (" + NumberText.basis(dot.figure())
                            + ")");
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
    private static void draw(Svg svg, AreaDots.Column column, double left, double right) {
        svg.text(Ink.TEXT_STRONG, Anchor.START, left - AXIS + 4, 12, Texts.fitting(column.title(), right - left));
        List<AreaDots.Dot> dots = column.dots().stream()
                .filter(AreaFunnelChart::isDrawn)
                .sorted(Comparator.comparingInt(dot -> dot.figure().denominator()))
                .toList();
        List<FunnelRange> ranges = dots.stream()
                .filter(dot -> !Double.isNaN(dot.lower95()))
                .map(dot -> new FunnelRange(
                        dot.figure().denominator(), dot.lower95(), dot.upper95(), dot.lower998(), dot.upper998()))
                .toList();
        List<FunnelPlot.Point> points = dots.stream()
                .map(dot -> new FunnelPlot.Point(
                        dot.title(), dot.figure().denominator(), dot.figure().value(), isOutside(dot)))
                .toList();
        Unit unit = column.dots().isEmpty()
                ? Unit.SHARE
                : column.dots().get(0).figure().unit();
        new FunnelPlot(
                        new FunnelPlot.Field(left, right, TOP, BOTTOM),
                        new FunnelPlot.Scale(unit, column.centre(), "cases of the area", 0, false),
                        ranges,
                        points)
                .draw(svg);
    }
}
