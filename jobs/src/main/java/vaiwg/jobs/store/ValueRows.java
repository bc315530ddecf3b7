package vaiwg.jobs.store;

import java.util.Arrays;
import java.util.List;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.suppression.Withheld;

/**
 * The values of snapshots, a row a pack. Pack by pack and not snapshot by snapshot: the primary key begins with the pack, whose ids are hashes,
 * and each row of another pack is found at another page of its index.
 */
final class ValueRows extends TableRows {
    static final String TABLE = "kpi_value_pack";

    private static final int NONE = -1;

    private final Catalogue catalogue;
    private final Publication publication;
    private final ValuePacks packs;
    private final SlotSeries series;
    private final WithheldRows withheld;

    /** @param withheld what of a snapshot is withheld */
    ValueRows(
            Catalogue catalogue, Publication publication, ValuePacks packs, SlotSeries series, WithheldRows withheld) {
        super(TABLE, "pack_id", "pack_id, as_at, publication, withheld, numerators, denominators");
        this.catalogue = catalogue;
        this.publication = publication;
        this.packs = packs;
        this.series = series;
        this.withheld = withheld;
    }

    @Override
    void append(List<Snapshot> snapshots) {
        List<int[]> rows = snapshots.stream().map(this::rowsBySlot).toList();
        List<Withheld[]> why = snapshots.stream().map(withheld::values).toList();
        for (int pack = 0; pack < packs.count(); pack++) {
            for (int i = 0; i < snapshots.size(); i++) {
                append(snapshots.get(i), pack, rows.get(i), why.get(i));
            }
        }
    }

    private int[] rowsBySlot(Snapshot snapshot) {
        int[] rows = new int[catalogue.slots()];
        Arrays.fill(rows, NONE);
        for (int row = 0; row < snapshot.count; row++) {
            if (row > 0 && snapshot.slots[row] <= snapshot.slots[row - 1]) {
                throw new IllegalStateException("the rows of a snapshot are in the order of slots");
            }
            rows[snapshot.slots[row]] = row;
        }
        return rows;
    }

    private void append(Snapshot snapshot, int pack, int[] rowOf, Withheld[] why) {
        int[] slots = packs.slots(pack);
        Integer[] numerators = new Integer[slots.length];
        Integer[] denominators = new Integer[slots.length];
        StringBuilder letters = new StringBuilder();
        int places = 0;
        for (int place = 0; place < slots.length; place++) {
            int slot = slots[place];
            int row = rowOf[slot];
            letters.append(row == NONE ? '.' : letter(why[slot]));
            if (row != NONE) {
                places = place + 1;
                series.id(snapshot.force, slot);
                numerators[place] = snapshot.numerators[row];
                denominators[place] = series.isCount(slot) ? null : snapshot.denominators[row];
            }
        }
        if (places == 0) {
            return;
        }
        copy.row()
                .bigint(series.packId(snapshot.force, pack))
                .date(snapshot.asAt)
                .smallint(publication.number());
        copy.text(letters.chars().allMatch(letter -> letter == '.') ? null : letters.substring(0, places));
        copy.integers(Arrays.copyOf(numerators, places));
        copy.integers(series.isCount(slots[0]) ? null : Arrays.copyOf(denominators, places));
    }

    private static char letter(Withheld why) {
        return why == null ? '.' : why.slug().charAt(0);
    }
}
