package vaiwg.jobs.panes;

import java.time.LocalDate;
import java.util.List;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.charts.AreaFunnels;
import vaiwg.statistics.signals.charts.BlockCalendar;
import vaiwg.statistics.signals.charts.ChartNow;
import vaiwg.statistics.signals.charts.ChartReading;
import vaiwg.statistics.signals.charts.ForceCharts;
import vaiwg.statistics.verdict.SeriesVerdict;

/**
 * The charts of one force, closed at the midnights that end blocks. Blocks are as they were published: where it was left out they are
 * not made of the days as these are known now, and charts begin with the next block.
 */
final class ChartConsumer implements DailyConsumer {
    private static final ForceCharts.Closing NOTHING = new ForceCharts.Closing(List.of(), List.of());

    private final Force force;
    private final ForcePanes panes;
    private final AreaFunnels funnels;
    private final Benchmarks benchmarks;
    private ForceCharts charts;
    private ForceCharts.Closing closing = NOTHING;
    private List<ChartReading> limits = List.of();
    private DataMoves moves = DataMoves.NONE;
    private byte[] stored = {};

    ChartConsumer(Force force) {
        this.force = force;
        this.panes = force.panes();
        this.charts = new ForceCharts(force.catalogue(), force.slug());
        this.funnels = new AreaFunnels(force.catalogue());
        this.benchmarks = force.catalogue().benchmarks().ofForce(force.slug());
    }

    @Override
    public List<Signal> resume(byte[] from) {
        charts.restore(from);
        moves = charts.dataMoves();
        limits = charts.newestOnDashboards();
        stored = from;
        return List.of();
    }

    @Override
    public void start() {
        if (stored.length > 0) {
            charts = new ForceCharts(force.catalogue(), force.slug());
            closing = NOTHING;
            limits = List.of();
            moves = DataMoves.NONE;
            stored = new byte[0];
        }
    }

    /** A midnight of which no rows are kept ends no block. */
    @Override
    public List<Signal> advance() {
        closing = NOTHING;
        if (BlockCalendar.ends(panes.cutOff()) && force.policy().keeps(panes.cutOff())) {
            closing = charts.close(panes.cutOff(), panes.historyFrom(), panes);
            moves = charts.dataMoves();
            limits = charts.newestOnDashboards();
            stored = charts.toBytes();
        }
        return closing.signals();
    }

    @Override
    public void publish(Snapshot snapshot) {
        snapshot.charts.limits = closing.readings().stream().map(this::limit).toArray(SnapshotCharts.Limit[]::new);
        if (force.policy().isWhole(panes.cutOff())) {
            snapshot.charts.places =
                    funnels.of(panes).stream().map(SnapshotCharts.Place::of).toArray(SnapshotCharts.Place[]::new);
        }
    }

    private SnapshotCharts.Limit limit(ChartReading reading) {
        String measure = reading.chart().measure().slug();
        LocalDate lastDay = LocalDate.ofEpochDay(reading.lastDay());
        return SnapshotCharts.Limit.of(
                reading, benchmarks.target(measure, reading.chart().slice(), lastDay));
    }

    /**
     * Signals by which a verdict asks, every time: where the daily alarm is the louder, it is told alone. Limits at midnights where blocks
     * end, since they stand until the next, and to those who see the newest only. Those on trial are made anew with each block, so that two
     * of them tell the block between.
     */
    @Override
    public void show(DashboardSnapshot dashboard, boolean atMidnight, List<SeriesVerdict> verdicts) {
        if (!atMidnight || closing != NOTHING) {
            dashboard.limits = limits.stream()
                    .filter(reading -> !reading.isTrial())
                    .map(DashboardSnapshot.Limit::of)
                    .toArray(DashboardSnapshot.Limit[]::new);
        }
        dashboard.chartSignals = verdicts.stream()
                .filter(verdict -> verdict.verdict().state().asks()
                        && verdict.speaks().filter(signal -> !signal.daily()).isPresent())
                .flatMap(verdict -> verdict.chart().stream()
                        .filter(now -> now.chart().raisesAlerts())
                        .map(now -> DashboardSnapshot.ChartSignal.of(verdict, now, charts.counts(now))))
                .toArray(DashboardSnapshot.ChartSignal[]::new);
    }

    @Override
    public List<ChartNow> charts() {
        return charts.now();
    }

    @Override
    public byte[] toBytes() {
        return stored;
    }

    /** What the blocks that have ended tell of the data. */
    @Override
    public DataMoves dataMoves() {
        return moves;
    }
}
