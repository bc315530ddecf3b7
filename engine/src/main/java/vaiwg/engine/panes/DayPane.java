package vaiwg.engine.panes;

/** One day of one force: its cells, and the numbers of which percentiles are taken. */
final class DayPane extends Cells {
    final Numbers numbers = new Numbers();
    /** Whether it changed since it was last stored. */
    boolean isChanged;

    DayPane(Grid grid) {
        super(grid);
    }
}
