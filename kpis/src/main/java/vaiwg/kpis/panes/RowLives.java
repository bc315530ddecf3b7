package vaiwg.kpis.panes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vaiwg.kpis.attrition.Cause;
import vaiwg.kpis.attrition.CumulativeIncidence;
import vaiwg.kpis.attrition.EntryDelay;
import vaiwg.kpis.attrition.Estimate;
import vaiwg.kpis.attrition.Exit;
import vaiwg.kpis.attrition.LexisTable;
import vaiwg.kpis.attrition.RiskWindow;
import vaiwg.kpis.catalogue.SliceRows;

/**
 * The lives of a force's cases by row of slices, in days or in months, and the windows in which their events are read. All windows
 * end on one day, so many days before the snapshot as exits become known late in this force.
 */
final class RowLives {
    private final SliceRows rows;
    private final List<Integer> lengths;
    private final int ages;
    /** By row; none for a row without a case. */
    private final LexisTable[] tables;
    /** By row and length; none before the first boundary. */
    private final RiskWindow[][] windows;

    private final EntryDelay delay;
    private final int[] found;
    private int last;
    private boolean begun;

    /**
     * @param lengths of the windows
     * @param ages how many ages are watched
     * @param year how many days or months a year has
     */
    RowLives(SliceRows rows, List<Integer> lengths, int ages, int year) {
        this.rows = rows;
        this.lengths = lengths;
        this.ages = ages;
        this.tables = new LexisTable[rows.size()];
        this.windows = new RiskWindow[rows.size()][];
        this.delay = new EntryDelay(year);
        this.found = new int[rows.size()];
    }

    void add(long tuple, int day, int number, int times) {
        int count = rows.of(tuple, found);
        if (number == LifeCode.BEGINS) {
            for (int i = 0; i < count; i++) {
                table(found[i]).addRecorded(day, times);
            }
            return;
        }
        Exit exit = LifeCode.exit(day, number);
        for (int i = 0; i < count; i++) {
            table(found[i]).addExit(exit, times);
        }
        if (count > 0) {
            delay.add(exit, times);
        }
    }

    /** Moves to the end of a day: the windows end with the last day through which nearly all exits are known. */
    void advanceTo(int day) {
        last = day - delay.asAt(day);
        for (int row = 0; row < tables.length; row++) {
            if (tables[row] != null) {
                moveWindows(row);
            }
        }
        begun = true;
    }

    /** The last day whose events are read. */
    int last() {
        return last;
    }

    /**
     * The estimate of one window and row; empty where it cannot be made.
     *
     * @param window the index of its length
     * @param horizon how many ages
     */
    Optional<Estimate> estimate(int window, int row, Set<Cause> causes, int horizon) {
        return windows[row] == null
                ? Optional.empty()
                : CumulativeIncidence.within(horizon, windows[row][window].exposure())
                        .flatMap(incidence -> incidence.estimate(causes));
    }

    private LexisTable table(int row) {
        if (tables[row] == null) {
            tables[row] = new LexisTable();
            if (begun) {
                moveWindows(row);
            }
        }
        return tables[row];
    }

    private void moveWindows(int row) {
        if (windows[row] == null) {
            windows[row] = lengths.stream()
                    .map(length -> tables[row].window(length, ages, last))
                    .toArray(RiskWindow[]::new);
        }
        for (RiskWindow window : windows[row]) {
            window.moveTo(last);
        }
    }
}
