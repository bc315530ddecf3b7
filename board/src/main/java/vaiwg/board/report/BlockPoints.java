package vaiwg.board.report;

import java.util.List;
import vaiwg.board.figures.ChartedPeriod;

/** Points of charts. */
final class BlockPoints {
    private BlockPoints() {}

    static List<BlockPoint> of(List<ChartedPeriod> periods) {
        return periods.stream().map(BlockPoints::of).toList();
    }

    /** A stock and what is rare show their level, without the limits of their changes and of the days between. */
    static BlockPoint of(ChartedPeriod period) {
        boolean limits = !period.trial() && !period.chart().isOfTimes() && period.chart() != ChartedPeriod.Chart.CHANGE;
        return new BlockPoint(
                period.firstDay(),
                period.lastDay(),
                period.level(),
                limits ? period.lower() : Double.NaN,
                limits ? period.centre() : Double.NaN,
                limits ? period.upper() : Double.NaN,
                period.numerator(),
                period.denominator(),
                Judge.of(period),
                period.trial());
    }
}
