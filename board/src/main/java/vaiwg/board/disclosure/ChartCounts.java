package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.board.disclosure.Counts.Unit;
import vaiwg.board.disclosure.ReportCounts.Stock;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Figure;

/** The counts of charts: of each closed period, and of the levels of a backlog. */
final class ChartCounts {
    private final Counts counts;
    private final SliceCells bySlice;
    private final Map<ShownPoint, Integer> points = new LinkedHashMap<>();
    private final Map<Stock, Integer> levels = new LinkedHashMap<>();

    ChartCounts(Counts counts, SliceCells bySlice) {
        this.counts = counts;
        this.bySlice = bySlice;
    }

    Map<ShownPoint, Integer> points() {
        return points;
    }

    Map<Stock, Integer> levels() {
        return levels;
    }

    /** @param before whether the report before has drawn it, so that it cannot be withheld */
    void point(ShownPoint at, boolean before) {
        BlockPoint point = at.point();
        boolean counted = !SmallNumber.isPercentile(at.unit());
        List<Integer> cells = new ArrayList<>();
        String key = String.join(
                "|",
                at.kpi(),
                at.unit().name(),
                point.firstDay().toString(),
                point.lastDay().toString());
        SliceKey slice = SliceKey.of(at.slice());
        if (counted) {
            int cell = counts.cell("chart's number of " + key + "|" + slice, point.numerator());
            cells.add(cell);
            bySlice.add("chart's number|" + key, slice, cell);
        }
        if (point.denominator() != null) {
            int cell = counts.cell("chart's whole of " + key + "|" + slice, (int) point.denominator());
            cells.add(cell);
            bySlice.add("chart's whole|" + key, slice, cell);
            if (counted) {
                counts.rest("chart " + key + "|" + slice, cell, cells.get(0));
            }
        }
        boolean small = SmallNumber.of(at.unit(), point.numerator(), point.denominator());
        points.putIfAbsent(at, unit("chart " + key + "|" + slice, cells, small, before));
    }

    /** @param overdue the backlog's figure: of its own day it is the same count */
    void level(Stock stock, Figure overdue, boolean before) {
        boolean isFigure = stock.level().day().equals(overdue.asAt())
                && overdue.numerator() != null
                && overdue.numerator() == stock.level().number();
        String name = isFigure
                ? FigureCounts.name(overdue)
                : "level of " + stock.title() + "|" + stock.level().day();
        int cell = counts.cell(name, stock.level().number());
        levels.putIfAbsent(
                stock,
                unit(name, List.of(cell), SmallNumber.isSmall(stock.level().number()), before));
    }

    private int unit(String name, List<Integer> cells, boolean small, boolean before) {
        return counts.unit(new Unit(name, Counts.array(cells), small && !before, before, List.of(), Unit.NOTHING));
    }
}
