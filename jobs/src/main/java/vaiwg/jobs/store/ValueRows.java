package vaiwg.jobs.store;

import java.util.List;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.suppression.Withheld;

/**
 * The rows of snapshots, line by line and not snapshot by snapshot: the primary key begins with the line, whose ids are hashes, and each
 * row of another line is found at another page of its index.
 */
final class ValueRows extends TableRows {
    private final Catalogue catalogue;
    private final Publication publication;
    private final SlotSeries series;
    private final WithheldRows withheld;

    /** @param withheld what of a snapshot is withheld */
    ValueRows(Catalogue catalogue, Publication publication, SlotSeries series, WithheldRows withheld) {
        super("kpi_value_row", "series_id, as_at, numerator, denominator, publication, withheld");
        this.catalogue = catalogue;
        this.publication = publication;
        this.series = series;
        this.withheld = withheld;
    }

    @Override
    void append(List<Snapshot> snapshots) {
        int[] next = new int[snapshots.size()];
        List<Withheld[]> why = snapshots.stream().map(withheld::values).toList();
        for (int slot = 0; slot < catalogue.slots(); slot++) {
            for (int i = 0; i < next.length; i++) {
                Snapshot snapshot = snapshots.get(i);
                if (next[i] < snapshot.count && snapshot.slots[next[i]] == slot) {
                    append(snapshot, next[i]++, why.get(i)[slot]);
                }
            }
        }
        for (int i = 0; i < next.length; i++) {
            if (next[i] < snapshots.get(i).count) {
                throw new IllegalStateException("the rows of a snapshot are in the order of slots");
            }
        }
    }

    private void append(Snapshot snapshot, int row, Withheld why) {
        int slot = snapshot.slots[row];
        copy.row().bigint(series.id(snapshot.force, slot)).date(snapshot.asAt);
        copy.integer(snapshot.numerators[row]).integer(snapshot.denominators[row], !series.isCount(slot));
        copy.smallint(publication.number()).text(WithheldRows.slug(why));
    }
}
