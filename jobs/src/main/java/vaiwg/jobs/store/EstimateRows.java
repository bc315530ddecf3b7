package vaiwg.jobs.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.statistics.attrition.Estimate;

/** The estimates of snapshots as lines to be copied into their table. */
final class EstimateRows {
    static final String COPY = "COPY kpi_estimate_row"
            + " (series_id, value, lower, upper, as_at, data_through, at_risk, publication) FROM STDIN";

    private final Catalogue catalogue;
    private final Publication publication;
    private final SeriesWriter series;
    private final Map<String, long[]> ids = new HashMap<>();

    EstimateRows(Catalogue catalogue, Publication publication, SeriesWriter series) {
        this.catalogue = catalogue;
        this.publication = publication;
        this.series = series;
    }

    void append(Snapshot snapshot, StringBuilder copied) {
        long[] known = ids.computeIfAbsent(
                snapshot.force, force -> new long[catalogue.estimates().slots()]);
        for (EstimateRow row : snapshot.estimates) {
            int slot = row.slot();
            Estimate estimate = row.estimate();
            if (known[slot] == 0) {
                Series line = Series.ofEstimate(catalogue, snapshot.force, slot);
                known[slot] = line.id();
                series.add(line);
            }
            copied.append(known[slot]).append('\t');
            copied.append(estimate.value()).append('\t');
            copied.append(estimate.lower())
                    .append('\t')
                    .append(estimate.upper())
                    .append('\t');
            copied.append(LocalDate.ofEpochDay(snapshot.asAt)).append('\t');
            copied.append(LocalDate.ofEpochDay(row.through())).append('\t');
            copied.append(estimate.atRisk()).append('\t');
            copied.append(publication.number()).append('\n');
        }
    }
}
