package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.ChartedPeriod.Chart;
import vaiwg.board.figures.PublishedVerdict.State;

/**
 * Points of charts. The limits of a chart are drawn back over the periods that they were set from: when those became known the limits were
 * provisional; the locked ones are wider or narrower there only as a period had fewer or more cases. Limits that move with the year before are
 * not drawn back.
 */
final class BlockPoints {
    private BlockPoints() {}

    /** @param periods of one chart, oldest first */
    static List<BlockPoint> of(List<ChartedPeriod> periods, Unit unit) {
        int from = 0;
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i).blocks() < periods.get(i - 1).blocks()) {
                from = i;
            }
        }
        Optional<ChartedPeriod> locked = periods.subList(from, periods.size()).stream()
                .filter(period -> !period.trial())
                .findFirst()
                .filter(period -> period.chart() != Chart.YEAR);
        List<BlockPoint> points = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            ChartedPeriod period = periods.get(i);
            boolean drawnBack = period.trial() && i >= from && locked.isPresent();
            points.add(drawnBack ? within(locked.get(), period, unit) : of(period, unit));
        }
        return points;
    }

    /** A period beside its limits as they were published. */
    static BlockPoint of(ChartedPeriod period, Unit unit) {
        return point(period, unit, period.lower(), period.centre(), period.upper(), period.state(), period.trial());
    }

    private static BlockPoint within(ChartedPeriod limits, ChartedPeriod period, Unit unit) {
        boolean share = limits.chart() == Chart.P || limits.chart() == Chart.LANEY;
        double width = share && period.denominator() != null && period.denominator() > 0
                ? Math.sqrt((double) limits.denominator() / period.denominator())
                : 1;
        double lower = limits.centre() - width * (limits.centre() - limits.lower());
        double upper = limits.centre() + width * (limits.upper() - limits.centre());
        return point(
                period,
                unit,
                share ? Math.max(0, lower) : lower,
                limits.centre(),
                share ? Math.min(1, upper) : upper,
                Optional.empty(),
                false);
    }

    /** A stock and what is rare show their level, without the limits of their changes and of the days between. */
    private static BlockPoint point(
            ChartedPeriod period,
            Unit unit,
            double lower,
            double centre,
            double upper,
            Optional<State> state,
            boolean trial) {
        boolean limits = !trial && !period.chart().isOfTimes() && period.chart() != Chart.CHANGE;
        return new BlockPoint(
                period.firstDay(),
                period.lastDay(),
                unit.of(period.level()),
                limits ? unit.of(lower) : Double.NaN,
                limits ? unit.of(centre) : Double.NaN,
                limits ? unit.of(upper) : Double.NaN,
                period.numerator(),
                period.denominator(),
                state,
                trial);
    }
}
