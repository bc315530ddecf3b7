package vaiwg.statistics.signals.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.catalogue.ChartPlan.Chart;

/**
 * In which days records became more or less complete, or prompt, than from one block to the next by chance. A signal of another
 * figure in such days speaks of the data. Figures of recording are the records' own: there the move is what is to be told.
 */
final class RecordMoves {
    /** The limit of a moving range of two values, in sigma: 3.267 mean ranges (Wheeler, Understanding Variation). */
    static final double RANGE = 3.267 * MovingRange.TWO_VALUES;

    private final Map<String, List<Days>> byTheme = new HashMap<>();

    private record Days(int first, int last) {
        boolean overlap(Days other) {
            return first <= other.last && other.first <= last;
        }
    }

    /** @param readings of the charts that tell of records, by theme */
    RecordMoves(List<ChartReading> readings) {
        for (ChartReading reading : readings) {
            List<Days> moved = byTheme.computeIfAbsent(reading.chart().theme(), theme -> new ArrayList<>());
            if (reading.hasLimits() && !reading.isTrial()) {
                List<ChartPoint> points = reading.blocks().present();
                for (int i = 1; i < points.size(); i++) {
                    if (Math.abs(points.get(i).position() - points.get(i - 1).position()) > RANGE) {
                        moved.add(days(reading.chart(), points.get(i).block()));
                    }
                }
            }
        }
    }

    /** Whether records of a chart's theme, or of all where no chart tells of the theme, moved in the days of its newest block. */
    boolean in(ChartReading reading) {
        Chart chart = reading.chart();
        Days days = days(chart, reading.block());
        return !chart.measure().priority().isOfRecords() && in(chart.theme(), days.first, days.last);
    }

    /** Whether records of a theme, or of all where no chart tells of the theme, moved in a block that holds any of some days. */
    boolean in(String theme, int firstDay, int lastDay) {
        Days days = new Days(firstDay, lastDay);
        return byTheme.getOrDefault(theme, byTheme.getOrDefault("", List.of())).stream()
                .anyMatch(days::overlap);
    }

    private static Days days(Chart chart, Block block) {
        return new Days(block.firstDay(), BlockCalendar.lastDay(chart.column().basis(), block.firstDay()));
    }
}
