package vaiwg.jobs.store;

import java.util.List;
import java.util.stream.Stream;
import vaiwg.jobs.panes.Snapshot;

/** What one table takes of snapshots: gathered of many, then written at once. */
abstract class TableRows {
    final String table;
    final List<String> columns;
    final BinaryCopy copy;

    /** @param columns in the order in which the fields of a row are given */
    TableRows(String table, String columns) {
        this.table = table;
        this.columns = Stream.of(columns.split(",")).map(String::strip).toList();
        this.copy = new BinaryCopy(table, columns);
    }

    abstract void append(List<Snapshot> snapshots);
}
