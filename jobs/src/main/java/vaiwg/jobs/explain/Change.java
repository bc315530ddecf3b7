package vaiwg.jobs.explain;

import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.RevisionCause;
import vaiwg.engine.panes.FigureParts;
import vaiwg.kpis.catalogue.Column;

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
    /** Takes what is done to a row of a column. */
    interface Sink {
        void take(Column column, int row, Change change);
    }

    /** Hands over what an entry does, of which a record is the evidence. */
    static FigureParts.Receiver to(Sink sink, Evidence evidence, DeltaEntry entry) {
        RevisionCause cause = RevisionCause.of(entry.cause);
        return new FigureParts.Receiver() {
            @Override
            public void add(Column column, int row, int day, int numerator, int denominator) {
                sink.take(column, row, new Change(evidence, entry.enters, cause, day, numerator, denominator, 0, 0));
            }

            @Override
            public void addNumber(Column column, int row, int day, int number, int times) {
                sink.take(column, row, new Change(evidence, entry.enters, cause, day, 0, 0, number, times));
            }
        };
    }

    /** Whether it puts something in, and takes nothing out. */
    boolean comes() {
        return numerator >= 0 && denominator >= 0 && times >= 0;
    }
}
