package vaiwg.board.chart;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Unit;
import vaiwg.board.text.NumberText;

/**
 * Policing areas beside one another: a dot within the range of its size, thick for 19 of 20, thin for 499 of 500. Rows keep the record's
 * order. Of many areas {@link AreaFunnelChart} are drawn instead.
 */
public final class AreaStrips {
    private static final double NAMES = 104;
    private static final double VALUE = 46;
    private static final int FEW = 20;
    private static final double HEAD = 18;
    private static final double ROW = 21;

    private AreaStrips() {}

    /** Whether they can be read in half the width of a page: those of one theme. */
    public static boolean fitHalfAPage(AreaDots areas) {
        return areFew(areas) && areas.columns().size() == 1;
    }

    /**
     * Draws them.
     *
     * @param width of the picture, such as 703 of a whole page or 341 of a half
     */
    public static String draw(AreaDots areas, double width) {
        List<String> names = names(areas);
        double bottom = HEAD + ROW * names.size();
        Svg svg = Svg.chart("areas", width, bottom + 20, areas.finding(), said(areas));
        svg.line(Ink.GRID, 0, HEAD, width, HEAD);
        for (int row = 0; row < names.size(); row++) {
            double y = HEAD + ROW * row;
            String name = Texts.fitting(names.get(row), NAMES - 10);
            svg.text(Ink.TEXT, Anchor.END, NAMES - 10, y + ROW / 2 + 4.5, name);
            svg.line(Ink.GRID, 0, y + ROW, width, y + ROW);
        }
        double each = (width - NAMES) / areas.columns().size();
        for (int i = 0; i < areas.columns().size(); i++) {
            column(svg, areas.columns().get(i), NAMES + i * each, each - VALUE - 8, names);
        }
        return svg.done();
    }

    /** Whether they are so few that each has a row of its own. */
    public static boolean areFew(AreaDots areas) {
        return names(areas).size() <= FEW;
    }

    /** The areas of all columns, one of which may have fewer: in the order of the fullest, and the others after them. */
    private static List<String> names(AreaDots areas) {
        Set<String> names = new LinkedHashSet<>();
        areas.columns().stream()
                .sorted(Comparator.comparingInt(
                        (AreaDots.Column column) -> -column.dots().size()))
                .flatMap(column -> column.dots().stream())
                .forEach(dot -> names.add(dot.title()));
        return List.copyOf(names);
    }

    /** The finding, and the values. */
    private static String said(AreaDots areas) {
        StringJoiner columns = new StringJoiner(". ", areas.alternative() + " ", ".");
        for (AreaDots.Column column : areas.columns()) {
            StringJoiner values = new StringJoiner(", ", column.title().isEmpty() ? "" : column.title() + ": ", "");
            for (AreaDots.Dot dot : column.dots()) {
                values.add(dot.title() + " " + NumberText.value(dot.figure()));
            }
            columns.add(values.toString());
        }
        return columns.toString();
    }

    private static void column(Svg svg, AreaDots.Column column, double left, double width, List<String> names) {
        double[] shown = column.dots().stream()
                .filter(dot -> dot.figure().isShown())
                .flatMapToDouble(dot -> DoubleStream.of(dot.figure().value(), dot.lower998(), dot.upper998()))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double least = Math.min(column.centre(), DoubleStream.of(shown).min().orElse(column.centre()));
        double most = Math.max(column.centre(), DoubleStream.of(shown).max().orElse(column.centre()));
        double scale = most > least ? (width - 12) / (most - least) : 0;
        double origin = left + 6;
        double bottom = HEAD + ROW * names.size();
        double centre = origin + scale * (column.centre() - least);
        svg.text(Ink.TEXT_STRONG, Anchor.START, left, 12, Texts.fitting(column.title(), width + VALUE));
        svg.line(Ink.CENTRE_LINE, centre, HEAD, centre, bottom);
        Unit unit = column.dots().isEmpty()
                ? Unit.SHARE
                : column.dots().get(0).figure().unit();
        double half = Svg.width("all 00.0%") / 2;
        double label = Math.max(left + half - 4, Math.min(centre, left + width + VALUE - half));
        svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, label, bottom + 15, "all " + NumberText.value(column.centre(), unit));
        for (AreaDots.Dot dot : column.dots()) {
            double y = HEAD + ROW * (names.indexOf(dot.title()) + 0.5);
            dot(svg, dot, origin - scale * least, scale, y);
            Ink ink = dot.far() ? Ink.TEXT_STRONG : Ink.TEXT;
            svg.text(ink, Anchor.END, left + width + VALUE, y + 4.5, NumberText.value(dot.figure()));
        }
    }

    /** A ring for one beyond the thick bar, a larger one where it is beyond the thin bar too. */
    private static void dot(Svg svg, AreaDots.Dot dot, double zero, double scale, double y) {
        if (!Double.isNaN(dot.lower95())) {
            double thin = Math.max(1, scale * (dot.upper998() - dot.lower998()));
            svg.rectangle(Ink.RANGE998, zero + scale * dot.lower998(), y - 2, thin, 4);
            double thick = Math.max(1, scale * (dot.upper95() - dot.lower95()));
            svg.rectangle(Ink.RANGE95, zero + scale * dot.lower95(), y - 5, thick, 10);
        }
        if (dot.figure().state() == Figure.State.SHOWN) {
            double x = zero + scale * dot.figure().value();
            svg.circle(dot.beyond() || dot.far() ? Ink.HOLLOW : Ink.POINT, x, y, dot.far() ? 5.5 : 4);
        }
    }
}
