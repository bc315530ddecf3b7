package vaiwg.board.chart;

import vaiwg.board.report.Verdict;

/** A signal is a diamond (concern), a ringed circle (better) or a square (change); any other point is a dot. */
final class PointMarks {
    private PointMarks() {}

    /**
     * Draws the mark of a point.
     *
     * @param reach half the size of the mark of a signal
     */
    static void draw(Svg svg, Verdict verdict, double x, double y, double reach) {
        switch (verdict) {
            case CONCERN -> svg.path(Ink.MARK_CONCERN, Svg.diamond(x, y, reach));
            case BETTER -> {
                svg.circle(Ink.MARK_BETTER_RING, x, y, reach - 0.4);
                svg.circle(Ink.MARK_BETTER, x, y, reach - 2.6);
            }
            case CHANGE -> svg.rectangle(Ink.MARK_CHANGE, x - 0.8 * reach, y - 0.8 * reach, 1.6 * reach, 1.6 * reach);
            default -> svg.circle(Ink.POINT, x, y, 0.4 * reach);
        }
    }
}
