package vaiwg.kpis.panes;

import java.util.Set;
import vaiwg.kpis.catalogue.Column;

/** Marks the months of cells that postings change, as {@link KnownDays#key}. */
record ChangedMonths(Set<Long> keys) implements Expansion.Receiver {
    @Override
    public void add(Column column, int day, int[] rows, int count, int part, int whole) {
        mark(column, day, rows, count);
    }

    @Override
    public void addNumber(Column column, int day, int[] rows, int count, int number, int times) {
        mark(column, day, rows, count);
    }

    private void mark(Column column, int day, int[] rows, int count) {
        if (column.isPresence()) {
            return;
        }
        for (int i = 0; i < count; i++) {
            keys.add(KnownDays.key(column.firstCell() + rows[i], day));
        }
    }
}
