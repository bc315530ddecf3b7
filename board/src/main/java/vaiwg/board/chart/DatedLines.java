package vaiwg.board.chart;

import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.report.BlockChart;

/** Thin lines with a number on the days of recommendations, steps, posts and interventions; what the numbers mean is said below the charts. */
final class DatedLines {
    private static final double LABEL = 9;
    /** How far from the right the words of an estimate reach. */
    private static final double ESTIMATE = 110;

    private DatedLines() {}

    /** @param above where the numbers stand, but where limits that were set again, or an estimate, have their words there */
    static void draw(Svg svg, BlockChart chart, Frame frame, double above) {
        double free = frame.left() - LABEL;
        for (BlockChart.Dated dated : chart.dated()) {
            if (dated.day().isBefore(frame.from()) || !dated.day().isBefore(frame.until())) {
                continue;
            }
            double x = frame.x(dated.day());
            double y = hasWords(chart, frame, x) ? frame.top() + LABEL : above;
            svg.line(Ink.DATED_LINE, x, y + 2, x, frame.bottom());
            double label = Math.max(x, free);
            svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, label, y, String.valueOf(dated.number()));
            free = label + LABEL;
        }
    }

    private static boolean hasWords(BlockChart chart, Frame frame, double x) {
        boolean estimate = !chart.estimates().isEmpty() && x > frame.right() - ESTIMATE;
        return estimate
                || chart.rebases().stream()
                        .anyMatch(rebase -> Math.abs(frame.x(rebase.day()) - x) < Svg.width(rebase.words()) + LABEL);
    }
}
