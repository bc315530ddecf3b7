package vaiwg.board.report;

import java.util.List;
import vaiwg.board.figures.ChartedPeriod;

/** Points of charts. */
final class BlockPoints {
    private BlockPoints() {}

    static List<BlockPoint> of(List<ChartedPeriod> periods, Unit unit) {
        return periods.stream().map(period -> of(period, unit)).toList();
    }

    /** A stock and what is rare show their level, without the limits of their changes and of the days between. */
    static BlockPoint of(ChartedPeriod period, Unit unit) {
        boolean limits = !period.trial() && !period.chart().isOfTimes() && period.chart() != ChartedPeriod.Chart.CHANGE;
        return new BlockPoint(
                period.firstDay(),
                period.lastDay(),
                unit.of(period.level()),
                limits ? unit.of(period.lower()) : Double.NaN,
                limits ? unit.of(period.centre()) : Double.NaN,
                limits ? unit.of(period.upper()) : Double.NaN,
                period.numerator(),
                period.denominator(),
                Judge.of(period),
                period.trial());
    }
}
