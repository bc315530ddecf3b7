package vaiwg.board.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;

/** The limits of a chart: one band for each stretch of points with limits that no rebase interrupts. */
final class LimitBands {
    private final Frame frame;
    private final List<List<BlockPoint>> stretches = new ArrayList<>();

    LimitBands(BlockChart chart, Frame frame) {
        this.frame = frame;
        List<BlockPoint> stretch = new ArrayList<>();
        LocalDate before = null;
        for (BlockPoint point : chart.points()) {
            LocalDate last = before;
            boolean again = last != null
                    && chart.rebases().stream()
                            .anyMatch(rebase ->
                                    rebase.day().isAfter(last) && !rebase.day().isAfter(point.firstDay()));
            if ((again || !shown(point)) && !stretch.isEmpty()) {
                stretches.add(stretch);
                stretch = new ArrayList<>();
            }
            if (shown(point)) {
                stretch.add(point);
            }
            before = point.firstDay();
        }
        if (!stretch.isEmpty()) {
            stretches.add(stretch);
        }
    }

    /** Provisional limits are not drawn. */
    static boolean shown(BlockPoint point) {
        return !point.trial() && !Double.isNaN(point.upper());
    }

    Optional<BlockPoint> newest() {
        return stretches.isEmpty()
                ? Optional.empty()
                : Optional.of(stretches.get(stretches.size() - 1)).map(stretch -> stretch.get(stretch.size() - 1));
    }

    void bands(Svg svg) {
        for (List<BlockPoint> stretch : stretches) {
            band(svg, stretch);
        }
    }

    /** From the first day of the first period to the end of the last. */
    private void band(Svg svg, List<BlockPoint> stretch) {
        Svg.Path area = new Svg.Path();
        Svg.Path upper = new Svg.Path();
        Svg.Path centre = new Svg.Path();
        Svg.Path lower = new Svg.Path();
        for (int i = 0; i < stretch.size(); i++) {
            BlockPoint point = stretch.get(i);
            for (double x : abscissas(stretch, i)) {
                area.to(x, frame.y(point.upper()));
                upper.to(x, frame.y(point.upper()));
                centre.to(x, frame.y(point.centre()));
                lower.to(x, frame.y(point.lower()));
            }
        }
        for (int i = stretch.size() - 1; i >= 0; i--) {
            List<Double> xs = abscissas(stretch, i);
            for (int k = xs.size() - 1; k >= 0; k--) {
                area.to(xs.get(k), frame.y(stretch.get(i).lower()));
            }
        }
        svg.path(Ink.IN_BAND, area.closed());
        svg.path(Ink.LIMIT_LINE, upper);
        svg.path(Ink.LIMIT_LINE, lower);
        svg.path(Ink.CENTRE_LINE, centre);
    }

    private List<Double> abscissas(List<BlockPoint> stretch, int i) {
        BlockPoint point = stretch.get(i);
        List<Double> xs = new ArrayList<>();
        if (i == 0) {
            xs.add(frame.x(point.firstDay()));
        }
        xs.add(frame.middle(point.firstDay(), point.lastDay()));
        if (i == stretch.size() - 1) {
            xs.add(frame.x(point.lastDay().plusDays(1)));
        }
        return xs;
    }
}
