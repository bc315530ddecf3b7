package vaiwg.jobs.panes;

import java.util.List;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.panes.RowPolicy;
import vaiwg.kpis.signals.DataMoves;
import vaiwg.kpis.signals.Signal;
import vaiwg.kpis.signals.charts.AreaFunnels;
import vaiwg.kpis.signals.charts.BlockCalendar;
import vaiwg.kpis.signals.charts.ChartReading;
import vaiwg.kpis.signals.charts.ForceCharts;

/** The charts of one force in the pane operator: closed at the midnights that end blocks, told with snapshots and boards. */
final class ChartKeeper {
    private static final ForceCharts.Closing NOTHING = new ForceCharts.Closing(List.of(), List.of());

    private final Catalogue catalogue;
    private final AreaFunnels funnels;
    private final RowPolicy policy;
    private ForceCharts charts;
    private ForceCharts.Closing closing = NOTHING;
    private List<ChartReading> limits = List.of();
    private DataMoves moves = DataMoves.NONE;
    private byte[] stored = {};

    ChartKeeper(Catalogue catalogue, RowPolicy policy) {
        this.catalogue = catalogue;
        this.charts = new ForceCharts(catalogue);
        this.funnels = new AreaFunnels(catalogue);
        this.policy = policy;
    }

    /** Begins with no block: the published history starts, and what was closed of one before it is in no chart. */
    void start() {
        if (stored.length > 0) {
            charts = new ForceCharts(catalogue);
            closing = NOTHING;
            moves = DataMoves.NONE;
            limits = List.of();
            stored = new byte[0];
        }
    }

    /** Goes on to a midnight, at which blocks may end. A midnight at which nothing is published ends none. */
    void advance(int boundary, int historyFrom, SlotValues values) {
        closing = NOTHING;
        if (BlockCalendar.ends(boundary) && policy.keeps(boundary)) {
            closing = charts.close(boundary, historyFrom, values);
            moves = charts.dataMoves();
            limits = charts.newestOnBoards();
            stored = charts.toBytes();
        }
    }

    /** What is to be put on record at the midnight. */
    List<Signal> signals() {
        return closing.signals();
    }

    /** What the blocks that have ended tell of the data. */
    DataMoves dataMoves() {
        return moves;
    }

    /** The rows of the midnight's snapshot. */
    SnapshotCharts rows(int boundary, SlotValues values) {
        SnapshotCharts rows = new SnapshotCharts();
        rows.limits = closing.readings().stream().map(SnapshotCharts.Limit::of).toArray(SnapshotCharts.Limit[]::new);
        if (policy.isWhole(boundary)) {
            rows.places =
                    funnels.of(values).stream().map(SnapshotCharts.Place::of).toArray(SnapshotCharts.Place[]::new);
        }
        return rows;
    }

    /** At a midnight: limits where blocks end, since they stand until the next block; signals every day. */
    BoardCharts boardAtMidnight() {
        return new BoardCharts(closing == NOTHING ? List.of() : limits, charts.standing());
    }

    /** While live: all that stands, for those who see the newest values only. */
    BoardCharts boardWhileLive() {
        return new BoardCharts(limits, charts.standing());
    }

    byte[] toBytes() {
        return stored;
    }

    void restore(byte[] from) {
        charts.restore(from);
        moves = charts.dataMoves();
        limits = charts.newestOnBoards();
        stored = from;
    }
}
