package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Standard;
import vaiwg.kpis.time.ByDay;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.attrition.Estimate;
import vaiwg.statistics.attrition.StandardisedShare;

/** The standardised shares of one force, calculated at a cut-off from the panes of its strata as they stand. */
record StandardisedShares(Catalogue catalogue, ByDay<DayPane> panes) {
    private static final int YEAR = 365;
    private static final int MONTHS_A_QUARTER = 3;
    /** Of each theme the strata without and with the marker of domestic abuse stand side by side. */
    private static final int STRATA_A_THEME = 2;

    /** @param force the force's panes: its first year begins with its published history */
    List<EstimateRow> rows(int cutOff, ForcePanes force) {
        List<EstimateRow> rows = new ArrayList<>();
        for (Column column : catalogue.estimates().columns()) {
            if (column.measure().standard().isPresent() && force.tell(column.recordKinds())) {
                for (int window = 0; window < column.windows().size(); window++) {
                    int slot = column.slot(window, 0);
                    int last = cutOff - column.basis().horizon() - 1;
                    int first = last - column.windows().get(window).length() + 1;
                    estimate(column, first, last, force.historyFrom())
                            .ifPresent(estimate -> rows.add(new EstimateRow(slot, estimate, cutOff - 1)));
                }
            }
        }
        return rows;
    }

    private Optional<Estimate> estimate(Column column, int first, int last, int historyFrom) {
        Column strata = strataOf(column);
        if (column.measure().standard().orElseThrow() == Standard.POLICE_SUSPECTS) {
            return besideAlike(strata, first, last);
        }
        int yearEnds = historyFrom + YEAR - 1;
        return yearEnds > last ? Optional.empty() : withMixOf(historyFrom, yearEnds, strata, first, last);
    }

    private Optional<Estimate> withMixOf(int yearBegins, int yearEnds, Column strata, int first, int last) {
        int[][] then = sum(strata, yearBegins, yearEnds);
        int[][] now = sum(strata, first, last);
        StandardisedShare share = new StandardisedShare();
        for (int stratum = 0; stratum < strata.rows().size(); stratum += STRATA_A_THEME) {
            share.add(ofTheme(then[1], stratum), ofTheme(now[0], stratum), ofTheme(now[1], stratum));
        }
        return share.share();
    }

    private Optional<Estimate> besideAlike(Column strata, int first, int last) {
        int half = strata.rows().size() / 2;
        StandardisedShare share = new StandardisedShare();
        for (int[][] quarter : sumByQuarter(strata, first, last).values()) {
            for (int stratum = 0; stratum < half; stratum++) {
                int police = half + stratum;
                share.add(quarter[1][police], quarter[0][police], quarter[0][stratum], quarter[1][stratum]);
            }
        }
        return share.lessThanCohort();
    }

    /** Numerators and denominators of each stratum over some days. */
    private int[][] sum(Column strata, int first, int last) {
        int[][] sums = new int[2][strata.rows().size()];
        for (int day = first; day <= last; day++) {
            add(strata, day, sums);
        }
        return sums;
    }

    private SortedMap<Integer, int[][]> sumByQuarter(Column strata, int first, int last) {
        SortedMap<Integer, int[][]> quarters = new TreeMap<>();
        for (int day = first; day <= last; day++) {
            if (panes.get(day) != null) {
                add(
                        strata,
                        day,
                        quarters.computeIfAbsent(
                                LondonDays.monthOf(day) / MONTHS_A_QUARTER,
                                quarter -> new int[2][strata.rows().size()]));
            }
        }
        return quarters;
    }

    private void add(Column strata, int day, int[][] sums) {
        DayPane pane = panes.get(day);
        if (pane != null) {
            for (int row = 0; row < strata.rows().size(); row++) {
                sums[0][row] += pane.numerator(strata.firstCell() + row);
                sums[1][row] += pane.denominator(strata.firstCell() + row);
            }
        }
    }

    private Column strataOf(Column column) {
        return catalogue.columns().stream()
                .filter(cells -> cells.measure() == column.measure()
                        && cells.variant().equals(column.variant())
                        && cells.basis().equals(column.basis()))
                .findFirst()
                .orElseThrow();
    }

    /** The last stratum, domestic abuse of no other theme, has no other beside it. */
    private static int ofTheme(int[] counts, int stratum) {
        return counts[stratum] + (stratum + 1 < counts.length ? counts[stratum + 1] : 0);
    }
}
