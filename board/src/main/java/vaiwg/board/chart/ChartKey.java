package vaiwg.board.chart;

import vaiwg.board.report.Verdict;

/** The marks of a control chart, one by one, for a key beside their words. */
public final class ChartKey {
    private static final double SIZE = 16;

    private ChartKey() {}

    public static String concern() {
        return mark(Verdict.CONCERN);
    }

    public static String better() {
        return mark(Verdict.BETTER);
    }

    public static String change() {
        return mark(Verdict.CHANGE);
    }

    public static String point() {
        return mark(Verdict.USUAL);
    }

    public static String estimate() {
        Svg svg = Svg.icon(SIZE, "Key");
        svg.line(Ink.WHISKER, 14, 1, 14, 27);
        svg.circle(Ink.HOLLOW, 14, 14, 6);
        return svg.done();
    }

    public static String limits() {
        Svg svg = Svg.icon(SIZE, "Key");
        svg.rectangle(Ink.IN_BAND, 0, 4, 28, 20);
        svg.line(Ink.LIMIT_LINE, 0, 4, 28, 4);
        svg.line(Ink.CENTRE_LINE, 0, 14, 28, 14);
        svg.line(Ink.LIMIT_LINE, 0, 24, 28, 24);
        return svg.done();
    }

    private static String mark(Verdict verdict) {
        Svg svg = Svg.icon(SIZE, "Key");
        PointMarks.draw(svg, verdict, 14, 14, 11);
        return svg.done();
    }
}
