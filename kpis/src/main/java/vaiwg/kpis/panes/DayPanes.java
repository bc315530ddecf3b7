package vaiwg.kpis.panes;

/** The panes of one force by day, from the first on which there is one to the last. */
final class DayPanes {
    private static final int SPARE = 64;

    /** Receives a day's pane. */
    interface DayConsumer {
        void accept(int day, DayPane pane);
    }

    private final Grid grid;
    private int first;
    private DayPane[] panes = {};

    DayPanes(Grid grid) {
        this.grid = grid;
    }

    /** The pane of a day, or null where nothing ever happened on it. */
    DayPane get(int day) {
        int at = day - first;
        return at >= 0 && at < panes.length ? panes[at] : null;
    }

    /** The pane of a day, an empty one where there was none. */
    DayPane at(int day) {
        DayPane pane = get(day);
        if (pane == null) {
            pane = new DayPane(grid);
            put(day, pane);
        }
        return pane;
    }

    void put(int day, DayPane pane) {
        if (panes.length == 0) {
            first = day;
        }
        int front = day < first ? first - day + SPARE : 0;
        int length = Math.max(panes.length, day - first + 1 + SPARE);
        if (front > 0 || length > panes.length) {
            DayPane[] more = new DayPane[front + length];
            System.arraycopy(panes, 0, more, front, panes.length);
            panes = more;
            first -= front;
        }
        panes[day - first] = pane;
    }

    /** Visits the panes in the order of their days. */
    void forEach(DayConsumer consumer) {
        for (int i = 0; i < panes.length; i++) {
            if (panes[i] != null) {
                consumer.accept(first + i, panes[i]);
            }
        }
    }
}
