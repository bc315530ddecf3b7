package vaiwg.engine.panes;

import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.time.ByDay;

/** Adds what delta entries expand to, to panes by day. */
record PaneFilling(ByDay<DayPane> panes) implements Expansion.Receiver {
    @Override
    public void add(Changes changes, int day) {
        panes.at(day).add(changes);
    }

    @Override
    public void addNumber(Column column, int day, DimensionRows.Rows rows, int number, int times) {
        DayPane pane = panes.at(day);
        for (int i = 0; i < rows.count; i++) {
            pane.numbers.add(column.firstCell() + rows.rows[i], number, times);
        }
    }
}
