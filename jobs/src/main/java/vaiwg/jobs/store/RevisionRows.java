package vaiwg.jobs.store;

import java.time.LocalDate;
import vaiwg.engine.panes.RevisionRow;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;

/** What snapshots say otherwise of days that were published, as lines to be copied into their table. */
final class RevisionRows {
    static final String COPY =
            "COPY kpi_revision_row" + " (series_id, as_at, day, numerator, denominator, publication, cause) FROM STDIN";

    private final Catalogue catalogue;
    private final Publication publication;
    private final SlotSeries series;

    RevisionRows(Catalogue catalogue, Publication publication, SlotSeries series) {
        this.catalogue = catalogue;
        this.publication = publication;
        this.series = series;
    }

    void append(Snapshot snapshot, StringBuilder copied) {
        for (RevisionRow row : snapshot.revisions) {
            int slot = slot(row.cell());
            copied.append(series.id(snapshot.force, slot)).append('\t');
            copied.append(LocalDate.ofEpochDay(snapshot.asAt)).append('\t');
            copied.append(LocalDate.ofEpochDay(row.day())).append('\t');
            copied.append(row.numerator()).append('\t');
            copied.append(series.isCount(slot) ? "\\N" : Integer.toString(row.denominator()))
                    .append('\t');
            copied.append(publication.number()).append('\t');
            copied.append(row.cause().slug()).append('\n');
        }
    }

    /** Of the window by which the headline is read. */
    private int slot(int cell) {
        Column column = catalogue.columnOfCell(cell);
        int window = column.windows().indexOf(column.read().orElseThrow().window());
        return column.slot(window, cell - column.firstCell());
    }
}
