package vaiwg.jobs.explain;

import vaiwg.engine.contributions.RevisionCause;

/**
 * What a record adds to a figure on a day, or takes from it.
 *
 * @param enters from which instant on it counts, epoch milliseconds: in every snapshot at or after it
 * @param day the pane day
 * @param number of which a percentile is taken, where {@code times} is not 0
 * @param times how often the case came with the number, less how often it went; 0 where none is asked
 */
record Change(
        Evidence evidence,
        long enters,
        RevisionCause cause,
        int day,
        int numerator,
        int denominator,
        int number,
        int times) {
    /** Whether it puts something in, and takes nothing out. */
    boolean comes() {
        return numerator >= 0 && denominator >= 0 && times >= 0;
    }
}
