package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vaiwg.kpis.catalogue.SliceRows;
import vaiwg.kpis.reference.Cause;
import vaiwg.statistics.attrition.CumulativeIncidence;
import vaiwg.statistics.attrition.Estimate;
import vaiwg.statistics.attrition.Exposure;
import vaiwg.statistics.attrition.FollowUpCode;
import vaiwg.statistics.attrition.LexisTable;
import vaiwg.statistics.attrition.ReportingDelay;
import vaiwg.statistics.attrition.RiskWindow;

/**
 * Who was at risk and who left by row of slices, in days or in months: the sums of the strata that belong to a row, made when somebody
 * asks. All windows end on one day, so many days before the snapshot as exits become known late in this force.
 */
final class RowExposures {
    private final SliceRows rows;
    private final List<Integer> lengths;
    private final int ages;
    private final ReportingDelay delay;
    private final Map<Integer, LexisTable> strata = new HashMap<>();
    /** By stratum, one a length. */
    private final Map<Integer, RiskWindow[]> windows = new HashMap<>();
    /** Those of the strata of each row. */
    private final List<List<RiskWindow[]>> byRow = new ArrayList<>();
    /** By row and window; none where it was not summed since something changed. */
    private final Exposure[][] sums;

    private final int[] found;
    private int at = Integer.MIN_VALUE;
    private int last;

    /**
     * @param lengths of the windows
     * @param ages how many ages are watched
     * @param year how many days or months a year has
     */
    RowExposures(SliceRows rows, List<Integer> lengths, int ages, int year) {
        this.rows = rows;
        this.lengths = lengths;
        this.ages = ages;
        this.delay = new ReportingDelay(year);
        this.found = new int[rows.size()];
        this.sums = new Exposure[rows.size()][lengths.size()];
        for (int row = 0; row < rows.size(); row++) {
            byRow.add(new ArrayList<>());
        }
    }

    void take(int stratum, LexisTable table, int day, int number, int times) {
        if (rows.of(stratum, found) > 0) {
            strata.put(stratum, table);
            if (number != FollowUpCode.BEGINS) {
                delay.add(FollowUpCode.exit(day, number), times);
            }
        }
    }

    /** Moves to the end of a day, when all was taken: the windows end with the last day through which nearly all exits are known. */
    void advanceTo(int day) {
        if (day != at) {
            last = day - delay.asAt(day);
            at = day;
        }
        strata.forEach((stratum, table) -> {
            for (RiskWindow window : windows.computeIfAbsent(stratum, fresh -> enter(fresh, table))) {
                window.moveTo(last);
            }
        });
        for (Exposure[] ofRow : sums) {
            Arrays.fill(ofRow, null);
        }
    }

    private RiskWindow[] enter(int stratum, LexisTable table) {
        RiskWindow[] entered =
                lengths.stream().map(length -> table.window(length, ages, last)).toArray(RiskWindow[]::new);
        int count = rows.of(stratum, found);
        for (int i = 0; i < count; i++) {
            byRow.get(found[i]).add(entered);
        }
        return entered;
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
        return byRow.get(row).isEmpty()
                ? Optional.empty()
                : CumulativeIncidence.within(horizon, exposure(window, row))
                        .flatMap(incidence -> incidence.estimate(causes));
    }

    private Exposure exposure(int window, int row) {
        if (sums[row][window] == null) {
            Exposure sum = Exposure.none(ages);
            byRow.get(row).forEach(ofStratum -> ofStratum[window].addTo(sum));
            sums[row][window] = sum;
        }
        return sums[row][window];
    }
}
