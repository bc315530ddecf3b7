package vaiwg.jobs.store;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import vaiwg.jobs.panes.Snapshot;

/** What one table takes of snapshots: gathered of many, then written at once. */
abstract class TableRows {
    final String table;
    /** By which, beside the midnight, rows of two sides are known to be one. */
    final List<String> key;

    final List<String> columns;
    final BinaryCopy copy;

    /** @param columns in the order in which the fields of a row are given */
    TableRows(String table, String key, String columns) {
        this.table = table;
        this.key = names(key);
        this.columns = names(columns);
        this.copy = new BinaryCopy(table, columns);
    }

    /** Of a table whose rows are made of one snapshot after the other. */
    static TableRows of(String table, String key, String columns, BiConsumer<Snapshot, BinaryCopy> rows) {
        return new TableRows(table, key, columns) {
            @Override
            void append(List<Snapshot> snapshots) {
                snapshots.forEach(snapshot -> rows.accept(snapshot, copy));
            }
        };
    }

    abstract void append(List<Snapshot> snapshots);

    private static List<String> names(String list) {
        return Stream.of(list.split(",")).map(String::strip).toList();
    }
}
