package vaiwg.jobs.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotEstimates;
import vaiwg.kpis.catalogue.Catalogue;

/** The estimates of snapshots as lines to be copied into their table. */
final class EstimateRows {
    static final String COPY = "COPY kpi_estimate_row"
            + " (series_id, value, lower, upper, as_at, data_through, at_risk, generation) FROM STDIN";

    private final Catalogue catalogue;
    private final Generation generation;
    private final SeriesWriter series;
    private final Map<String, long[]> ids = new HashMap<>();

    EstimateRows(Catalogue catalogue, Generation generation, SeriesWriter series) {
        this.catalogue = catalogue;
        this.generation = generation;
        this.series = series;
    }

    void append(Snapshot snapshot, StringBuilder copied) {
        SnapshotEstimates rows = snapshot.estimates;
        long[] known = ids.computeIfAbsent(
                snapshot.force, force -> new long[catalogue.estimates().slots()]);
        for (int i = 0; i < rows.slots.length; i++) {
            int slot = rows.slots[i];
            if (known[slot] == 0) {
                Series line = Series.ofEstimate(catalogue, snapshot.force, slot);
                known[slot] = line.id();
                series.add(line);
            }
            copied.append(known[slot]).append('\t');
            copied.append(rows.values[i]).append('\t');
            copied.append(rows.lowers[i]).append('\t').append(rows.uppers[i]).append('\t');
            copied.append(LocalDate.ofEpochDay(snapshot.asAt)).append('\t');
            copied.append(LocalDate.ofEpochDay(rows.through[i])).append('\t');
            copied.append(rows.atRisk[i]).append('\t');
            copied.append(generation.number()).append('\n');
        }
    }
}
