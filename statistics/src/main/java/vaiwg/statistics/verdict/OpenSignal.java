package vaiwg.statistics.verdict;

import vaiwg.kpis.catalogue.Movement;
import vaiwg.statistics.signals.Signal;

/**
 * A signal that is open: raised, and not ended.
 *
 * @param daily whether it is of the daily alarm
 * @param amount 1 where the figure is more than usual, -1 where it is less
 * @param movement which of them is better
 * @param byLess of a stock: whether it did not go that way, but the other way by less than usual
 * @param raised the midnight at which it was raised, by the day that the midnight begins
 * @param since the first day of what raised it, a day number
 * @param day the last one
 * @param n of the daily alarm: how many cases it rests on
 * @param observed of the daily alarm: outcomes, and {@code expected} those to be expected
 */
public record OpenSignal(
        String id,
        Signal.State state,
        boolean daily,
        int amount,
        Movement movement,
        boolean byLess,
        int raised,
        int since,
        int day,
        int n,
        double observed,
        double expected) {
    /**
     * Whether its owner is asked. What became better asks nothing, unless it may be the data, or the daily alarm sees it: fewer cases that end one
     * way may end in another.
     */
    boolean asks() {
        return daily || state == Signal.State.DATA_QUALITY || movement != Movement.BETTER;
    }
}
