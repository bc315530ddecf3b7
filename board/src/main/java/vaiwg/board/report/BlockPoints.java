package vaiwg.board.report;

import java.util.List;
import java.util.stream.IntStream;
import vaiwg.board.figures.ChartedPeriod;

/** Points of charts. */
final class BlockPoints {
    private BlockPoints() {}

    static List<BlockPoint> of(List<ChartedPeriod> periods, Unit unit) {
        LockedLimits limits = new LockedLimits(periods);
        return IntStream.range(0, periods.size())
                .mapToObj(i -> of(limits.over(periods.get(i), i), unit))
                .toList();
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
