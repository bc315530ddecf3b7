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
    private final LexisTable[] tables;
    /** By length and row; none before the first boundary. */
    private RiskWindow[][] windows = {};

    private final EntryDelay delay;
    private final int[] found;
    private int last;

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
        this.delay = new EntryDelay(year);
        this.found = new int[rows.size()];
        for (int row = 0; row < tables.length; row++) {
            tables[row] = new LexisTable();
        }
    }

    void add(long tuple, int day, int number, int times) {
        int count = rows.of(tuple, found);
        if (number == LifeCode.BEGINS) {
            for (int i = 0; i < count; i++) {
                tables[found[i]].addRecorded(day, times);
            }
            return;
        }
        Exit exit = LifeCode.exit(day, number);
        for (int i = 0; i < count; i++) {
            tables[found[i]].addExit(exit, times);
        }
        if (count > 0) {
            delay.add(exit, times);
        }
    }

    /** Moves to the end of a day: the windows end with the last day through which nearly all exits are known. */
    void advanceTo(int day) {
        last = day - delay.asAt(day);
        if (windows.length == 0) {
            windows = lengths.stream().map(this::windows).toArray(RiskWindow[][]::new);
        }
        for (RiskWindow[] ofLength : windows) {
            for (RiskWindow window : ofLength) {
                window.moveTo(last);
            }
        }
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
        return windows.length == 0
                ? Optional.empty()
                : CumulativeIncidence.within(horizon, windows[window][row].exposure())
                        .flatMap(incidence -> incidence.estimate(causes));
    }

    private RiskWindow[] windows(int length) {
        RiskWindow[] ofLength = new RiskWindow[tables.length];
        for (int row = 0; row < tables.length; row++) {
            ofLength[row] = tables[row].window(length, ages, last);
        }
        return ofLength;
    }
}
