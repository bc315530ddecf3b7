package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.ChartedPeriod.Chart;

/**
 * The limits of a chart drawn back over the periods that they were set from. When those became known the limits were provisional; the locked
 * ones are wider or narrower there only as a period had fewer or more cases. Limits that move with the year before are not drawn back.
 */
final class LockedLimits {
    private final Optional<ChartedPeriod> locked;
    private final int from;

    /** @param periods of one chart, oldest first */
    LockedLimits(List<ChartedPeriod> periods) {
        int start = 0;
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i).blocks() < periods.get(i - 1).blocks()) {
                start = i;
            }
        }
        this.from = start;
        this.locked = periods.subList(start, periods.size()).stream()
                .filter(period -> !period.trial())
                .findFirst();
    }

    /** The period beside the locked limits where it is one of those that they were set from; else as it was published. */
    ChartedPeriod over(ChartedPeriod period, int index) {
        boolean followTheYear = locked.filter(one -> one.chart() == Chart.YEAR).isPresent();
        if (!period.trial() || index < from || locked.isEmpty() || followTheYear) {
            return period;
        }
        ChartedPeriod limits = locked.get();
        double width = width(limits, period);
        boolean share = isOfShares(limits);
        double lower = limits.centre() - width * (limits.centre() - limits.lower());
        double upper = limits.centre() + width * (limits.upper() - limits.centre());
        return new ChartedPeriod(
                period.key(),
                period.asAt(),
                period.firstDay(),
                period.lastDay(),
                period.numerator(),
                period.denominator(),
                period.value(),
                share ? Math.max(0, lower) : lower,
                limits.centre(),
                share ? Math.min(1, upper) : upper,
                period.blocks(),
                false,
                period.chart(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static double width(ChartedPeriod limits, ChartedPeriod period) {
        return isOfShares(limits) && period.denominator() != null && period.denominator() > 0
                ? Math.sqrt((double) limits.denominator() / period.denominator())
                : 1;
    }

    private static boolean isOfShares(ChartedPeriod limits) {
        return limits.chart() == Chart.P || limits.chart() == Chart.LANEY;
    }
}
