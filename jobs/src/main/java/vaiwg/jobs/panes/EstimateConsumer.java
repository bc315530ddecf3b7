package vaiwg.jobs.panes;

import java.util.List;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.ForceEstimates;
import vaiwg.kpis.catalogue.DashboardSeries;
import vaiwg.statistics.attrition.Estimate;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.verdict.SeriesVerdict;

/** The estimates of one force. */
final class EstimateConsumer implements DailyConsumer {
    /** Who is at risk is a number of cases, and an estimate of few of them tells how each ended. */
    private static final int FEWEST_SHOWN = 5;

    private final Force force;
    private final DashboardSeries dashboard;
    private final ForceEstimates estimates;

    EstimateConsumer(Force force) {
        this.force = force;
        this.dashboard = DashboardSeries.of(force.catalogue());
        this.estimates = new ForceEstimates(force.catalogue(), force.panes());
    }

    @Override
    public List<Signal> resume(byte[] stored) {
        return List.of();
    }

    @Override
    public void start() {
        // What was published of an earlier history is still followed.
    }

    @Override
    public List<Signal> advance() {
        estimates.advance();
        return List.of();
    }

    @Override
    public void publish(Snapshot snapshot) {
        snapshot.estimates = estimates.rows(force.policy()).toArray(EstimateRow[]::new);
    }

    @Override
    public void show(DashboardSnapshot shown, boolean atMidnight, List<SeriesVerdict> verdicts) {
        shown.estimates = dashboard.estimates().stream()
                .mapToDouble(slot -> estimates
                        .at(slot)
                        .filter(estimate -> estimate.atRisk() >= FEWEST_SHOWN)
                        .map(Estimate::value)
                        .orElse(Double.NaN))
                .toArray();
    }

    @Override
    public byte[] toBytes() {
        return new byte[0];
    }
}
