package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.time.ByDay;
import vaiwg.kpis.time.LondonDays;

/**
 * The panes as known now, month by month: the revised history. Who is present has none: a person is present on many days, and the
 * days' comings and goings would be mistaken for days to be summed.
 */
public final class KnownDays {
    private static final int DAYS = 31;
    private static final Histogram NONE = new Histogram();

    private final ByDay<DayPane> counted;
    private final ByDay<DayPane> ahead;
    private final Catalogue catalogue;
    private final KnownStreams streams;

    /** Receives a month of one cell: values by day of the month, the first at index 0. */
    public interface MonthConsumer {
        void accept(int cell, int firstOfMonth, int[] numerators, int[] denominators);
    }

    KnownDays(ByDay<DayPane> counted, ByDay<DayPane> ahead, Catalogue catalogue, KnownStreams streams) {
        this.counted = counted;
        this.ahead = ahead;
        this.catalogue = catalogue;
        this.streams = streams;
    }

    /** Visits every month of every cell in which anything is known, month by month. */
    public void forEachMonth(MonthConsumer consumer) {
        Map<Integer, BitSet> known = new TreeMap<>();
        for (ByDay<DayPane> days : List.of(counted, ahead)) {
            days.forEach((day, pane) -> {
                BitSet cells = known.computeIfAbsent(LondonDays.firstOfMonth(day), first -> new BitSet());
                pane.forEachInOrder((cell, numerator, denominator) -> cells.set(cell));
                pane.numbers.forEach((cell, number, times) -> cells.set(cell));
            });
        }
        BitSet withDays = cellsWithDays();
        known.values().forEach(cells -> cells.and(withDays));
        forEachMonth(known, consumer);
    }

    BitSet cellsWithDays() {
        BitSet cells = new BitSet(catalogue.cells());
        for (Column column : catalogue.columns()) {
            if (column.hasDays()) {
                cells.set(column.firstCell(), column.firstCell() + column.rows().size());
            }
        }
        return cells;
    }

    /** Whether the force has sent all that the cell's measure is told by. */
    private boolean isTold(int cell) {
        return streams.tellByNow(catalogue.columnOfCell(cell).recordKinds());
    }

    /** The first days of the months of which anything is known, in order. */
    NavigableSet<Integer> months() {
        NavigableSet<Integer> months = new TreeSet<>();
        counted.forEach((day, pane) -> months.add(LondonDays.firstOfMonth(day)));
        ahead.forEach((day, pane) -> months.add(LondonDays.firstOfMonth(day)));
        return months;
    }

    private Map<Integer, Histogram> histograms(int day, IntPredicate wanted) {
        Map<Integer, Histogram> histograms = new TreeMap<>();
        for (DayPane pane : new DayPane[] {counted.get(day), ahead.get(day)}) {
            if (pane != null) {
                pane.numbers.forEach((cell, number, times) -> {
                    if (wanted.test(cell)) {
                        histograms.computeIfAbsent(cell, c -> new Histogram()).add(number, times);
                    }
                });
            }
        }
        return histograms;
    }

    private int percentile(int cell, Histogram histogram) {
        return histogram.percentile(catalogue.columnOfCell(cell).percent());
    }

    /**
     * Visits months of some cells, also those in which nothing is known any more.
     *
     * @param changed the cells by the first day of the month
     */
    public void forEachMonth(Map<Integer, BitSet> changed, MonthConsumer consumer) {
        changed.forEach((first, some) -> {
            List<Map<Integer, Histogram>> histograms = histograms(first, some);
            for (int cell = some.nextSetBit(0); cell >= 0; cell = some.nextSetBit(cell + 1)) {
                if (!isTold(cell)) {
                    continue;
                }
                int[] numerators = new int[DAYS];
                int[] denominators = new int[DAYS];
                boolean numbers = catalogue.columnOfCell(cell).isPercentile();
                for (int i = 0; i < histograms.size(); i++) {
                    if (numbers) {
                        Histogram histogram = histograms.get(i).getOrDefault(cell, NONE);
                        numerators[i] = percentile(cell, histogram);
                        denominators[i] = histogram.cases();
                    } else {
                        addTo(numerators, denominators, i, counted.get(first + i), cell);
                        addTo(numerators, denominators, i, ahead.get(first + i), cell);
                    }
                }
                consumer.accept(cell, first, numerators, denominators);
            }
        });
    }

    private static void addTo(int[] numerators, int[] denominators, int index, DayPane pane, int cell) {
        if (pane != null) {
            numerators[index] += pane.numerator(cell);
            denominators[index] += pane.denominator(cell);
        }
    }

    /** Those of some cells, by the days of a month. */
    private List<Map<Integer, Histogram>> histograms(int first, BitSet some) {
        BitSet ofNumbers = new BitSet();
        some.stream()
                .filter(cell -> catalogue.columnOfCell(cell).isPercentile())
                .forEach(ofNumbers::set);
        List<Map<Integer, Histogram>> histograms = new ArrayList<>(DAYS);
        for (int day = first; LondonDays.firstOfMonth(day) == first; day++) {
            histograms.add(ofNumbers.isEmpty() ? Map.of() : histograms(day, ofNumbers::get));
        }
        return histograms;
    }
}
