package vaiwg.jobs.store;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.catalogue.Catalogue;

/** The tables into which a snapshot goes. */
public final class SnapshotTables {
    private SnapshotTables() {}

    /** For who compares: their rows are made as the job makes them, and not written. */
    public static List<SnapshotTable> of(Catalogue catalogue, Publication publication) {
        return rows(catalogue, publication, SeriesWriter.unwritten()).stream()
                .map(SnapshotTable::new)
                .toList();
    }

    static List<TableRows> rows(Catalogue catalogue, Publication publication, SeriesWriter series) {
        ValuePacks packs = new ValuePacks(catalogue);
        SlotSeries slots = new SlotSeries(catalogue, packs, series);
        WithheldRows withheld = new WithheldRows(catalogue);
        List<TableRows> tables = new ArrayList<>();
        tables.add(new ValueRows(catalogue, publication, packs, slots, withheld));
        tables.addAll(new FigureRows(catalogue, publication, slots, series, withheld).tables());
        tables.addAll(new SaidRows(catalogue, publication, slots).tables());
        tables.add(new StreamRows(catalogue, publication));
        return tables;
    }
}
