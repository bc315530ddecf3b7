package vaiwg.engine.panes;

import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.reference.Denominators;
import vaiwg.kpis.time.ByDay;
import vaiwg.kpis.time.LondonDays;

/** The figures of all windows of one force as of one cut-off: rolling sums, percentiles, months, and numbers of people. */
final class WindowFigures {
    private final Catalogue catalogue;
    private final ByDay<DayPane> panes;
    private final WindowSums sums;
    private final WindowNumbers numbers;
    private final Denominators population;
    private final String force;
    private final KnownStreams streams;
    /** By column of the catalogue. */
    private final int[][] allRows;
    /** By column those that every day's snapshot keeps. */
    private final int[][] dailyRows;

    private int cutOff = ForcePanes.NONE;

    WindowFigures(Catalogue catalogue, String force, Grid grid, ByDay<DayPane> panes, KnownStreams streams) {
        this.catalogue = catalogue;
        this.panes = panes;
        this.sums = new WindowSums(catalogue, grid);
        this.numbers = new WindowNumbers(catalogue);
        this.population = catalogue.maps().denominators();
        this.force = force;
        this.streams = streams;
        this.allRows = rows(false);
        this.dailyRows = rows(true);
    }

    private int[][] rows(boolean dailyOnly) {
        return catalogue.columns().stream()
                .map(column -> IntStream.range(0, column.rows().size())
                        .filter(row -> column.isDaily(row) || !dailyOnly)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Adds what changes a pane day to every window that holds it at the cut-off. */
    void add(Changes changes, int day) {
        sums.add(changes, day);
    }

    void addNumber(int cell, int day, int number, int times) {
        numbers.add(cell, day, number, times);
    }

    /** Moves from the cut-off before to one. */
    void advanceTo(int next) {
        cutOff = next;
        sums.advanceTo(next, panes::get);
        numbers.advanceTo(next, panes);
    }

    /** Begins at a cut-off, with what the panes hold. */
    void beginAt(int at) {
        cutOff = at;
        sums.beginAt(at, panes);
        numbers.beginAt(at, panes);
    }

    /** The numerator and the denominator of a window, as one {@link Cells#value}. */
    long value(Column column, int window, int row) {
        if (column.basis().isMonthly()) {
            return sumOfMonths(column, window, row);
        }
        if (column.windows().get(window).isCalendar()) {
            return stands(column) ? 0 : sumOfDays(column, column.windows().get(window), row);
        }
        if (column.isPercentile()) {
            return Cells.value(numbers.percentile(column, window, row), numbers.cases(column, window, row));
        }
        long sum = sums.value(column, window, row);
        if (column.measure().meanOfDays() > 0) {
            return meanOfDays(column, row, sum);
        }
        return column.measure().population().isPresent() ? Cells.value(Cells.numerator(sum), people(column, row)) : sum;
    }

    /** How many people a rate is for: those of its row's policing area, or of the force; 0 where nobody has told. */
    private int people(Column column, int row) {
        String lpa = column.rows().dimensions(row).getOrDefault("lpa", Denominators.WHOLE_FORCE);
        return population.on(cutOff, force, column.measure().population().orElseThrow(), lpa);
    }

    /** The figures that a policy keeps at the cut-off, of measures whose streams are known. */
    SnapshotRows rows(RowPolicy policy) {
        SnapshotRows kept = new SnapshotRows();
        boolean others = policy.keeps(false, cutOff);
        boolean daily = policy.keeps(true, cutOff);
        boolean months = LondonDays.isFirstOfMonth(cutOff);
        for (int i = 0; i < allRows.length; i++) {
            Column column = catalogue.columns().get(i);
            if (column.basis().isMonthly() ? months : others) {
                add(column, allRows[i], kept);
            } else if (daily && !column.basis().isMonthly()) {
                add(column, dailyRows[i], kept);
            }
        }
        return kept;
    }

    private void add(Column column, int[] rows, SnapshotRows kept) {
        if (!streams.tell(column.recordKinds())) {
            return;
        }
        for (int window = 0; window < column.windows().size(); window++) {
            for (int row : rows) {
                kept.add(column.slot(window, row), value(column, window, row));
            }
        }
    }

    /** Whether whole months said the same the day before, and are not told again where other windows tell what moved since. */
    private boolean stands(Column column) {
        return column.windows().size() > 1 && !LondonDays.isFirstOfMonth(cutOff);
    }

    /**
     * What stood at the midnights of some days up to the cut-off, in the mean, rounded to the nearest whole; the numerator of a rate is
     * what entered in these days. Read day by day: few measures ask for it.
     *
     * @param standing what stands at the cut-off
     */
    private long meanOfDays(Column column, int row, long standing) {
        int days = column.measure().meanOfDays();
        long numerators = 0;
        long denominators = 0;
        long stood = standing;
        for (int day = cutOff - 1; day >= cutOff - days; day--) {
            numerators += Cells.numerator(stood);
            denominators += Cells.denominator(stood);
            DayPane pane = panes.get(day);
            stood -= pane == null ? 0 : pane.at(column.firstCell() + row);
        }
        boolean isRate = column.measure().kind() == Measure.Kind.RATE;
        return Cells.value(
                isRate ? Cells.numerator(standing - stood) : mean(numerators, days), mean(denominators, days));
    }

    private static int mean(long sum, int days) {
        return (int) Math.floorDiv(2 * sum + days, 2L * days);
    }

    /** With k days of horizon, the whole months that were over k days ago. Read day by day: few measures ask for it. */
    private long sumOfDays(Column column, Window window, int row) {
        int next = LondonDays.monthOf(cutOff - column.lag());
        int end = LondonDays.startOfMonth(next);
        long sum = 0;
        for (int day = LondonDays.startOfMonth(window.firstMonth(next)); day < end; day++) {
            DayPane pane = panes.get(day);
            sum += pane == null ? 0 : pane.at(column.firstCell() + row);
        }
        return sum;
    }

    /** With k months of horizon and a window of W months, at the first of month M: cohorts M-W-k to M-k-1. */
    private long sumOfMonths(Column column, int window, int row) {
        int last = LondonDays.monthOf(cutOff) - column.lag();
        long sum = 0;
        for (int month = last - column.windows().get(window).length(); month < last; month++) {
            DayPane pane = panes.get(LondonDays.startOfMonth(month));
            sum += pane == null ? 0 : pane.at(column.firstCell() + row);
        }
        return sum;
    }
}
