package vaiwg.board.report;

import java.util.List;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;

/**
 * The chart of an area's page.
 *
 * @param slice the theme with the strongest signal; that of page 1 where none has one
 * @param themes the slices of the table, the total last
 */
record MainChart(
        MeasureEntry measure, Reading reading, String slice, List<ChartedPeriod> periods, List<String> themes) {}
