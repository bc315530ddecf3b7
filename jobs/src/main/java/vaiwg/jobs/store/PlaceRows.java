package vaiwg.jobs.store;

import java.util.List;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotCharts;

/** The limits of areas side by side. */
final class PlaceRows extends TableRows {
    private final Publication publication;
    private final SlotSeries series;

    PlaceRows(Publication publication, SlotSeries series) {
        super("kpi_funnel_row", "series_id, centre, lower_95, upper_95, lower_998, upper_998, as_at, publication");
        this.publication = publication;
        this.series = series;
    }

    @Override
    void append(List<Snapshot> snapshots) {
        for (Snapshot snapshot : snapshots) {
            for (SnapshotCharts.Place row : snapshot.charts.places) {
                copy.row().bigint(series.id(snapshot.force, row.slot()));
                copy.real(row.centre()).real(row.lower95()).real(row.upper95());
                copy.real(row.lower998()).real(row.upper998());
                copy.date(snapshot.asAt).smallint(publication.number());
            }
        }
    }
}
