package vaiwg.board.chart;

import java.util.Optional;
import vaiwg.board.figures.PublishedVerdict.State;

/** What is to be acted on is a diamond, what is to be watched a hollow one, what improves a ringed circle; any other point is a dot. */
final class PointMarks {
    private PointMarks() {}

    /**
     * Draws the mark of a point.
     *
     * @param reach half the size of the mark of what is to be acted on
     */
    static void draw(Svg svg, Optional<State> state, double x, double y, double reach) {
        switch (state.orElse(State.NO_CHANGE)) {
            case ACT -> svg.path(Ink.MARK_CONCERN, Svg.diamond(x, y, reach));
            case WATCH -> svg.path(Ink.MARK_WATCH, Svg.diamond(x, y, reach - 0.6));
            case IMPROVING -> {
                svg.circle(Ink.MARK_BETTER_RING, x, y, reach - 0.4);
                svg.circle(Ink.MARK_BETTER, x, y, reach - 2.6);
            }
            case NO_CHANGE, TOO_FEW, TOO_YOUNG, NOT_CHARTED -> svg.circle(Ink.POINT, x, y, 0.4 * reach);
        }
    }
}
