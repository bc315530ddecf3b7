package vaiwg.board.chart;

import java.util.ArrayList;
import java.util.List;
import vaiwg.board.Days;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.EstimatePoint;
import vaiwg.board.report.NumberText;
import vaiwg.kpis.text.Digits;

/** The newest point of a control chart that is marked, by its value, its number of cases and its days, where the label covers least. */
final class NewestSignal {
    /** In a lower plot two lines of text would cover the line. */
    private static final double LOW = 80;

    private NewestSignal() {}

    static void label(Svg svg, BlockChart chart, Frame frame) {
        List<BlockPoint> marked =
                chart.points().stream().filter(BlockPoint::isMarked).toList();
        if (marked.isEmpty()) {
            return;
        }
        BlockPoint newest = marked.get(marked.size() - 1);
        String value = NumberText.value(newest.value(), chart.unit());
        String of = newest.denominator() == null
                ? ""
                : ": " + Digits.count(newest.numerator()) + " of " + Digits.count(newest.denominator());
        String days = isLow(frame.bottom() - frame.top()) ? "" : Days.span(newest.firstDay(), newest.lastDay());
        double x = frame.middle(newest.firstDay(), newest.lastDay());
        Label.beside(x, frame.y(newest.value()), value + of, days, frame, obstacles(chart, frame))
                .draw(svg);
    }

    /**
     * Whether there is no room for two lines of words about a plot.
     *
     * @param height of the plot
     */
    static boolean isLow(double height) {
        return height < LOW;
    }

    /** What a label must not cover: points of the line and between them, limits, estimates and the words above those. */
    private static List<double[]> obstacles(BlockChart chart, Frame frame) {
        List<double[]> all = new ArrayList<>();
        double[] before = null;
        for (BlockPoint point : chart.points()) {
            double[] here = {frame.middle(point.firstDay(), point.lastDay()), frame.y(point.value())};
            all.add(here);
            for (int i = 1; before != null && i < 4; i++) {
                double part = i / 4.0;
                all.add(new double[] {before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])
                });
            }
            if (LimitBands.shown(point)) {
                all.add(new double[] {here[0], frame.y(point.upper())});
                all.add(new double[] {here[0], frame.y(point.lower())});
            }
            before = here;
        }
        if (!chart.estimates().isEmpty() && !isLow(frame.bottom() - frame.top())) {
            for (double width = 0; width <= ControlChart.ESTIMATE_WIDTH; width += ControlChart.ESTIMATE_WIDTH / 6) {
                all.add(new double[] {frame.right() - width, frame.top() - ControlChart.ABOVE});
            }
        }
        for (EstimatePoint point : chart.estimates()) {
            double x = frame.middle(point.firstDay(), point.lastDay());
            for (double value : new double[] {point.lower(), point.value(), point.upper()}) {
                all.add(new double[] {x, frame.y(value)});
            }
        }
        return all;
    }
}
