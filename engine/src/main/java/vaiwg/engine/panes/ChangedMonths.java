package vaiwg.engine.panes;

import java.util.BitSet;
import java.util.Map;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.time.LondonDays;

/** Marks the cells that delta entries change, by the first day of the month. */
record ChangedMonths(Grid grid, Map<Integer, BitSet> months) implements Expansion.Receiver {
    @Override
    public void add(Changes changes, int day) {
        for (int touched = 0; touched < changes.touched; touched++) {
            int layout = changes.layouts[touched];
            for (int i = 0; i < changes.sizes[layout]; i++) {
                Column column = grid.layouts()[layout].columns.get(changes.offsets[layout][i]);
                mark(column, day, changes.rows[layout]);
            }
        }
    }

    @Override
    public void addNumber(Column column, int day, DimensionRows.Rows rows, int number, int times) {
        mark(column, day, rows);
    }

    private void mark(Column column, int day, DimensionRows.Rows rows) {
        if (!column.hasDays()) {
            return;
        }
        BitSet cells = months.computeIfAbsent(LondonDays.firstOfMonth(day), first -> new BitSet());
        for (int i = 0; i < rows.count; i++) {
            cells.set(column.firstCell() + rows.rows[i]);
        }
    }
}
