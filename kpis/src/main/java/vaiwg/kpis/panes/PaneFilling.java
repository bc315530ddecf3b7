package vaiwg.kpis.panes;

import java.util.Map;
import vaiwg.kpis.catalogue.Column;

/** Adds what postings expand to, to panes by day. A pane that is there must not be replaced afterwards. */
class PaneFilling implements Expansion.Receiver {
    private final Map<Integer, DayPane> days;
    private final int cells;
    /** The day at hand: what one posting changes lies on one or two. */
    private int lastDay;

    private DayPane last;

    PaneFilling(Map<Integer, DayPane> days, int cells) {
        this.days = days;
        this.cells = cells;
    }

    @Override
    public void add(Column column, int day, int[] rows, int count, int part, int whole) {
        DayPane pane = pane(day);
        for (int i = 0; i < count; i++) {
            pane.add(column.firstCell() + rows[i], part, whole);
        }
    }

    @Override
    public void addNumber(Column column, int day, int[] rows, int count, int number, int times) {
        DayPane pane = pane(day);
        for (int i = 0; i < count; i++) {
            pane.addNumber(column.firstCell() + rows[i], number, times);
        }
    }

    private DayPane pane(int day) {
        if (last == null || day != lastDay) {
            last = days.computeIfAbsent(day, d -> new DayPane(cells));
            lastDay = day;
        }
        return last;
    }
}
