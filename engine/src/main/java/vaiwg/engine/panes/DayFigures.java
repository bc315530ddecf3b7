package vaiwg.engine.panes;

import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.SlotValues.Figure;
import vaiwg.kpis.time.ByDay;

/** Figures of single days and of a few, read from the panes of one force when somebody asks: no sum of them is kept. */
record DayFigures(Catalogue catalogue, ByDay<DayPane> panes) {
    int numeratorOn(int slot, int day) {
        DayPane pane = panes.get(day);
        return pane == null ? 0 : pane.numerator(cell(slot));
    }

    int denominatorOn(int slot, int day) {
        DayPane pane = panes.get(day);
        return pane == null ? 0 : pane.denominator(cell(slot));
    }

    Figure of(int slot, int firstDay, int days) {
        if (catalogue.columnOfSlot(slot).isPercentile()) {
            return percentile(slot, firstDay, days);
        }
        int numerator = 0;
        int denominator = 0;
        for (int day = firstDay; day < firstDay + days; day++) {
            numerator += numeratorOn(slot, day);
            denominator += denominatorOn(slot, day);
        }
        return new Figure(numerator, denominator);
    }

    private Figure percentile(int slot, int firstDay, int days) {
        int cell = cell(slot);
        Histogram histogram = new Histogram();
        for (int day = firstDay; day < firstDay + days; day++) {
            DayPane pane = panes.get(day);
            if (pane != null) {
                pane.numbers.forEach((of, number, times) -> {
                    if (of == cell) {
                        histogram.add(number, times);
                    }
                });
            }
        }
        int percent = catalogue.columnOfSlot(slot).percent();
        return new Figure(histogram.percentile(percent), histogram.cases());
    }

    private int cell(int slot) {
        Column column = catalogue.columnOfSlot(slot);
        return column.firstCell() + column.rowOfSlot(slot);
    }
}
