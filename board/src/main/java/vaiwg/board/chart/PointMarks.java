package vaiwg.board.chart;

import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod.Variation;

/** A signal is a diamond (concern), a ringed circle (better) or a square (change); any other point is a dot. */
final class PointMarks {
    private PointMarks() {}

    /**
     * Draws the mark of a point.
     *
     * @param reach half the size of the mark of a signal
     */
    static void draw(Svg svg, Optional<Variation> variation, double x, double y, double reach) {
        switch (variation.orElse(Variation.COMMON_CAUSE)) {
            case CONCERN -> svg.path(Ink.MARK_CONCERN, Svg.diamond(x, y, reach));
            case IMPROVEMENT -> {
                svg.circle(Ink.MARK_BETTER_RING, x, y, reach - 0.4);
                svg.circle(Ink.MARK_BETTER, x, y, reach - 2.6);
            }
            case NEUTRAL -> svg.rectangle(Ink.MARK_CHANGE, x - 0.8 * reach, y - 0.8 * reach, 1.6 * reach, 1.6 * reach);
            case COMMON_CAUSE -> svg.circle(Ink.POINT, x, y, 0.4 * reach);
        }
    }
}
