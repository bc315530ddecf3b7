package vaiwg.jobs.panes;

import java.util.List;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.SignalNotes;
import vaiwg.statistics.signals.charts.ChartNow;
import vaiwg.statistics.verdict.SeriesVerdict;

/**
 * Something that is made of the daily aggregates of one force and published with them. The aggregates know nothing of it, so it can be
 * left out. It is told of each midnight that is published, one after another, and of none before the force's history starts; what it
 * keeps from one to the next is state of its own, in a format of its own.
 */
interface DailyConsumer {
    /**
     * What consumers read of a force.
     *
     * @param slug its name
     * @param policy which rows are kept
     * @param panes its aggregates
     * @param notes what its owners said of signals
     * @param moves what the consumers before say of the data, as of now
     */
    record Force(
            String slug, Catalogue catalogue, RowPolicy policy, ForcePanes panes, SignalNotes notes, DataMoves moves) {}

    /**
     * Goes on after a restart, when the aggregates are what they were: asked for once, before the first midnight or minute.
     *
     * @param stored by {@link #toBytes}; empty where it was left out then: it is made of the aggregates as far as they tell
     * @return what should have been said at earlier midnights
     */
    List<Signal> resume(byte[] stored);

    /** The force's published history starts at the next midnight, perhaps again; charts and alarms are of one history. */
    void start();

    /** Goes on to the aggregates' last cut-off, whose midnight is published; gives what is to be put on record. */
    List<Signal> advance();

    /** Adds its rows to a snapshot of the last cut-off. */
    void publish(Snapshot snapshot);

    /**
     * Adds its values to those of the dashboard.
     *
     * @param atMidnight whether they are those of a cut-off; else of a minute since
     * @param verdicts what is to be said since the last cut-off
     */
    void show(DashboardSnapshot dashboard, boolean atMidnight, List<SeriesVerdict> verdicts);

    /** What it cannot make of the aggregates again. */
    byte[] toBytes();

    /** Its charts as they stand, for the verdicts of the midnight. */
    default List<ChartNow> charts() {
        return List.of();
    }

    /** Its alarms that stand, each as it was raised, likewise. */
    default List<Signal> alarms() {
        return List.of();
    }

    /** What it knows of the data behind other figures, for those that come after it. */
    default DataMoves dataMoves() {
        return DataMoves.NONE;
    }
}
