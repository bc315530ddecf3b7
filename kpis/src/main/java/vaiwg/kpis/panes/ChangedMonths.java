package vaiwg.kpis.panes;

import java.util.Set;
import vaiwg.kpis.catalogue.Column;

/** Marks the months of cells that postings change, as {@link KnownDays#key}. */
record ChangedMonths(Grid grid, Set<Long> keys) implements Expansion.Receiver {
    @Override
    public void add(Changes changes, int day) {
        for (int touched = 0; touched < changes.touched; touched++) {
            int layout = changes.layouts[touched];
            for (int i = 0; i < changes.sizes[layout]; i++) {
                Column column = grid.layouts()[layout].columns.get(changes.offsets[layout][i]);
                if (!column.isPresence()) {
                    mark(column, day, changes.rows[layout]);
                }
            }
        }
    }

    @Override
    public void addNumber(Column column, int day, TupleRows.Rows rows, int number, int times) {
        mark(column, day, rows);
    }

    private void mark(Column column, int day, TupleRows.Rows rows) {
        for (int i = 0; i < rows.count; i++) {
            keys.add(KnownDays.key(column.firstCell() + rows.rows[i], day));
        }
    }
}
