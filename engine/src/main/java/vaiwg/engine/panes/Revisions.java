package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Estimates;
import vaiwg.kpis.catalogue.RevisedFigure;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.time.ByDay;
import vaiwg.statistics.attrition.Estimate;

/**
 * How much the figures of one force were revised: what each said at a midnight, kept for as long as anything asks for it, beside what
 * its panes say of the same days now.
 */
final class Revisions {
    private static final RevisedFigure[] FIGURES = RevisedFigure.values();
    private static final int NUMBERS = 2;

    private final Estimates estimates;
    private final ByDay<DayPane> panes;
    /** Of each figure its column, null where the catalogue has none. */
    private final Column[] columns = new Column[FIGURES.length];

    private final int longest;
    /** Numerators and denominators by figure, by the cut-off at which they were said. */
    private final NavigableMap<Integer, int[]> said = new TreeMap<>();

    Revisions(Catalogue catalogue, ByDay<DayPane> panes) {
        this.estimates = catalogue.estimates();
        this.panes = panes;
        for (Column column : catalogue.columns()) {
            for (RevisedFigure figure : FIGURES) {
                if (figure.isIn(column)) {
                    columns[figure.ordinal()] = column;
                }
            }
        }
        this.longest = estimates.columns().stream()
                .mapToInt(column -> column.measure().revisedAfter())
                .max()
                .orElse(0);
    }

    /** Keeps what the figures say at a cut-off. */
    void say(int cutOff, SlotValues values) {
        int[] numbers = new int[NUMBERS * FIGURES.length];
        for (int i = 0; i < FIGURES.length; i++) {
            if (columns[i] != null) {
                int slot = columns[i].slot(columns[i].windows().indexOf(RevisedFigure.WINDOW), totalOf(columns[i]));
                numbers[NUMBERS * i] = values.numerator(slot);
                numbers[NUMBERS * i + 1] = values.denominator(slot);
            }
        }
        said.put(cutOff, numbers);
        said.headMap(cutOff - longest).clear();
    }

    /** What has become of what was said so many days before a cut-off. */
    List<EstimateRow> rows(int cutOff) {
        List<EstimateRow> rows = new ArrayList<>();
        for (Estimates.Column column : estimates.columns()) {
            int[] numbers = said.get(cutOff - column.measure().revisedAfter());
            if (column.measure().revisedAfter() > 0 && numbers != null) {
                for (int i = 0; i < FIGURES.length; i++) {
                    add(column, i, numbers, cutOff, rows);
                }
            }
        }
        return rows;
    }

    private void add(Estimates.Column column, int figure, int[] numbers, int cutOff, List<EstimateRow> rows) {
        int denominatorThen = numbers[NUMBERS * figure + 1];
        if (denominatorThen == 0) {
            return;
        }
        int[] now = now(columns[figure], cutOff - column.measure().revisedAfter());
        if (now[1] > 0) {
            double moved = Math.abs((double) now[0] / now[1] - (double) numbers[NUMBERS * figure] / denominatorThen);
            rows.add(new EstimateRow(column.slot(0, figure), new Estimate(moved, moved, moved, now[1]), cutOff - 1));
        }
    }

    /** What the panes say now of the days of a cut-off of then. */
    private int[] now(Column column, int then) {
        int cell = column.firstCell() + totalOf(column);
        int last = then - column.lag() - 1;
        int[] sum = new int[NUMBERS];
        for (int day = last - RevisedFigure.WINDOW.length() + 1; day <= last; day++) {
            DayPane pane = panes.get(day);
            if (pane != null) {
                sum[0] += pane.numerator(cell);
                sum[1] += pane.denominator(cell);
            }
        }
        return sum;
    }

    /** The cut-off and the numbers of each midnight that is kept, one after another. */
    int[] toArray() {
        return said.entrySet().stream()
                .flatMapToInt(entry -> IntStream.concat(IntStream.of(entry.getKey()), Arrays.stream(entry.getValue())))
                .toArray();
    }

    /** Takes over what {@link #toArray} gave. */
    void restore(int[] stored) {
        int length = 1 + NUMBERS * FIGURES.length;
        for (int from = 0; from < stored.length; from += length) {
            said.put(stored[from], Arrays.copyOfRange(stored, from + 1, from + length));
        }
    }

    private static int totalOf(Column column) {
        int row = 0;
        while (!column.rows().dimensions(row).isEmpty()) {
            row++;
        }
        return row;
    }
}
