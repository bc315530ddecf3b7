package vaiwg.statistics.verdict;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.statistics.signals.charts.Levels;

/**
 * What is known of a figure at a midnight.
 *
 * @param chart what its chart says of the newest period
 * @param beyond whether that period lies beyond a limit, on the side of the open signal
 * @param signals the signals that are open on it: of its chart, and of the daily alarm
 * @param stock whether it stands at an instant, and its chart is of changes
 * @param level of a stock, beside the same weeks a year before
 * @param levelSince the day since which that is so
 * @param young whether the record is too young to judge it
 * @param value as it is read; empty where it is not known, or of too few
 * @param target what it has to reach, in the same unit; empty where there is none that is comparable
 */
public record Known(
        Chart chart,
        boolean beyond,
        List<OpenSignal> signals,
        boolean stock,
        Levels.Level level,
        OptionalInt levelSince,
        boolean young,
        OptionalDouble value,
        OptionalDouble target,
        Direction good) {
    /** What a chart says of the newest period. */
    public enum Chart {
        NONE,
        /** No point: fewer cases than the measure shows. */
        TOO_FEW,
        /** Limits are on trial, or there are none. */
        PROVISIONAL,
        JUDGED
    }

    /** A stock that went the other way, by less than usual, did not do what its signal names. */
    boolean isStockLess(OpenSignal signal) {
        return stock && signal.byLess();
    }
}
