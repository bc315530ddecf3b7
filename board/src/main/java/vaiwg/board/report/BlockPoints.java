package vaiwg.board.report;

import java.util.List;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.ChartedPeriod.Chart;

/** Points of charts, each beside its limits as they were published, as on dashboards: provisional limits are not shown. */
final class BlockPoints {
    private BlockPoints() {}

    /** @param periods of one chart, oldest first */
    static List<BlockPoint> of(List<ChartedPeriod> periods, Unit unit) {
        return periods.stream().map(period -> of(period, unit)).toList();
    }

    /** A stock and what is rare show their level, without the limits of their changes and of the days between. */
    static BlockPoint of(ChartedPeriod period, Unit unit) {
        boolean limits = !period.trial() && !period.chart().isOfTimes() && period.chart() != Chart.CHANGE;
        return new BlockPoint(
                period.firstDay(),
                period.lastDay(),
                unit.of(period.level()),
                limits ? unit.of(period.lower()) : Double.NaN,
                limits ? unit.of(period.centre()) : Double.NaN,
                limits ? unit.of(period.upper()) : Double.NaN,
                period.numerator(),
                period.denominator(),
                period.state(),
                period.trial());
    }
}
