package vaiwg.jobs.store;

import java.util.List;
import vaiwg.engine.panes.RevisionRow;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;

/** What snapshots say otherwise of days that were published. */
final class RevisionRows extends TableRows {
    private final Catalogue catalogue;
    private final Publication publication;
    private final SlotSeries series;

    RevisionRows(Catalogue catalogue, Publication publication, SlotSeries series) {
        super("kpi_revision_row", "series_id, as_at, day, numerator, denominator, publication, cause");
        this.catalogue = catalogue;
        this.publication = publication;
        this.series = series;
    }

    @Override
    void append(List<Snapshot> snapshots) {
        for (Snapshot snapshot : snapshots) {
            for (RevisionRow row : snapshot.revisions) {
                int slot = slot(row.cell());
                copy.row().bigint(series.id(snapshot.force, slot));
                copy.date(snapshot.asAt).date(row.day()).integer(row.numerator());
                copy.integer(row.denominator(), !series.isCount(slot));
                copy.smallint(publication.number()).text(row.cause().slug());
            }
        }
    }

    /** Of the window by which the headline is read. */
    private int slot(int cell) {
        Column column = catalogue.columnOfCell(cell);
        int window = column.windows().indexOf(column.read().orElseThrow().window());
        return column.slot(window, cell - column.firstCell());
    }
}
