package vaiwg.jobs.store;

import java.time.LocalDate;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotCharts;

/** The limits of areas side by side, as lines to be copied into their table. */
final class PlaceRows {
    static final String COPY =
            "COPY kpi_funnel_row (series_id, centre, lower_95, upper_95, lower_998, upper_998, as_at,"
                    + " publication) FROM STDIN";

    private final Publication publication;
    private final SlotSeries series;

    PlaceRows(Publication publication, SlotSeries series) {
        this.publication = publication;
        this.series = series;
    }

    void append(Snapshot snapshot, StringBuilder copied) {
        for (SnapshotCharts.Place row : snapshot.charts.places) {
            copied.append(series.id(snapshot.force, row.slot())).append('\t');
            copied.append(row.centre()).append('\t');
            copied.append(row.lower95()).append('\t').append(row.upper95()).append('\t');
            copied.append(row.lower998()).append('\t').append(row.upper998()).append('\t');
            copied.append(LocalDate.ofEpochDay(snapshot.asAt)).append('\t');
            copied.append(publication.number()).append('\n');
        }
    }
}
