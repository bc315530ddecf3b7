package vaiwg.jobs.store;

import vaiwg.jobs.panes.Snapshot;

/** The rows of snapshots. */
final class ValueRows extends TableRows {
    private final Publication publication;
    private final SlotSeries series;

    ValueRows(Publication publication, SlotSeries series) {
        super("kpi_value_row", "series_id, as_at, numerator, denominator, publication");
        this.publication = publication;
        this.series = series;
    }

    @Override
    void append(Snapshot snapshot) {
        for (int i = 0; i < snapshot.count; i++) {
            int slot = snapshot.slots[i];
            copy.row()
                    .bigint(series.id(snapshot.force, slot))
                    .date(snapshot.asAt)
                    .integer(snapshot.numerators[i]);
            copy.integer(snapshot.denominators[i], !series.isCount(slot));
            copy.smallint(publication.number());
        }
    }
}
