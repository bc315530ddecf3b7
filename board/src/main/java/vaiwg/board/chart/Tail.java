package vaiwg.board.chart;

import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.EstimatePoint;

/** The provisional tail of a chart: hollow points with their range, a dotted line from the newest closed period, a tinted ground. */
record Tail(BlockChart chart, Frame frame) {
    void ground(Svg svg) {
        if (chart.estimates().isEmpty()) {
            return;
        }
        double left = frame.x(chart.estimates().get(0).firstDay());
        svg.rectangle(Ink.ESTIMATE_GROUND, left, frame.top(), frame.right() - left, frame.bottom() - frame.top());
    }

    void points(Svg svg) {
        if (chart.estimates().isEmpty()) {
            return;
        }
        Svg.Path line = new Svg.Path();
        if (!chart.points().isEmpty()) {
            BlockPoint newest = chart.points().get(chart.points().size() - 1);
            line.to(frame.middle(newest.firstDay(), newest.lastDay()), frame.y(newest.value()));
        }
        for (EstimatePoint point : chart.estimates()) {
            line.to(x(point), frame.y(point.value()));
        }
        svg.path(Ink.ESTIMATE_LINE, line);
        for (EstimatePoint point : chart.estimates()) {
            svg.line(Ink.WHISKER, x(point), frame.y(point.lower()), x(point), frame.y(point.upper()));
            svg.circle(Ink.HOLLOW, x(point), frame.y(point.value()), frame.right() - frame.left() > 300 ? 4.4 : 2.4);
        }
    }

    private double x(EstimatePoint point) {
        return frame.middle(point.firstDay(), point.lastDay());
    }
}
