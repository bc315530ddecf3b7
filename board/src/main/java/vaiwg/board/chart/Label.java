package vaiwg.board.chart;

import java.util.List;
import vaiwg.board.chart.Svg.Anchor;

/** A line or two of text beside a point, where they cover least. */
record Label(Anchor anchor, double x, double y, String strong, String second) {
    private static final double LINE = 15;

    /**
     * Beside a point of a plot: above, below, to the left or to the right, within the plot.
     *
     * @param second empty for one line
     * @param obstacles points that it should not cover, each x and y
     */
    static Label beside(double x, double y, String strong, String second, Frame frame, List<double[]> obstacles) {
        double width = Math.max(1.08 * Svg.width(strong), Svg.width(second));
        double height = second.isEmpty() ? LINE : 2 * LINE;
        Label best = null;
        long least = Long.MAX_VALUE;
        for (double away : new double[] {12, 30, 52, 80}) {
            for (Anchor anchor : new Anchor[] {Anchor.END, Anchor.START, Anchor.MIDDLE}) {
                for (double top : new double[] {y - away - height, y - height / 2, y + away}) {
                    double at = x + (anchor == Anchor.END ? -12 : anchor == Anchor.START ? 12 : 0);
                    Label label = new Label(anchor, at, top + 11, strong, second);
                    double left = anchor == Anchor.END ? at - width : anchor == Anchor.START ? at : at - width / 2;
                    boolean inside = left >= frame.left()
                            && left + width <= frame.right()
                            && top >= frame.top() - 24
                            && top + height <= frame.bottom() - 2;
                    long covered = obstacles.stream()
                            .filter(point -> point[0] > left - 4
                                    && point[0] < left + width + 4
                                    && point[1] > top - 4
                                    && point[1] < top + height + 4)
                            .count();
                    long cost = 4 * covered + (inside ? 0 : 1000) + Math.round(away / 20);
                    if (cost < least) {
                        least = cost;
                        best = label;
                    }
                }
            }
        }
        return best;
    }

    void draw(Svg svg) {
        svg.text(Ink.TEXT_STRONG, anchor, x, y, strong);
        if (!second.isEmpty()) {
            svg.text(Ink.TEXT, anchor, x, y + LINE, second);
        }
    }
}
