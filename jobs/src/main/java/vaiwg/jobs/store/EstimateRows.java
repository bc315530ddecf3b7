package vaiwg.jobs.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.statistics.attrition.Estimate;

/** The estimates of snapshots. */
final class EstimateRows extends TableRows {
    private final Catalogue catalogue;
    private final Publication publication;
    private final SeriesWriter series;
    private final Map<String, long[]> ids = new HashMap<>();

    EstimateRows(Catalogue catalogue, Publication publication, SeriesWriter series) {
        super("kpi_estimate_row", "series_id, value, lower, upper, as_at, data_through, at_risk, publication");
        this.catalogue = catalogue;
        this.publication = publication;
        this.series = series;
    }

    @Override
    void append(List<Snapshot> snapshots) {
        for (Snapshot snapshot : snapshots) {
            long[] known = ids.computeIfAbsent(
                    snapshot.force, force -> new long[catalogue.estimates().slots()]);
            for (EstimateRow row : snapshot.estimates) {
                int slot = row.slot();
                if (known[slot] == 0) {
                    Series line = Series.ofEstimate(catalogue, snapshot.force, slot);
                    known[slot] = line.id();
                    series.add(line);
                }
                Estimate estimate = row.estimate();
                copy.row().bigint(known[slot]);
                copy.real(estimate.value()).real(estimate.lower()).real(estimate.upper());
                copy.date(snapshot.asAt).date(row.through());
                copy.integer(estimate.atRisk()).smallint(publication.number());
            }
        }
    }
}
