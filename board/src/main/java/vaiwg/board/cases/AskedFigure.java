package vaiwg.board.cases;

import java.time.LocalDate;
import vaiwg.board.figures.SeriesKey;

/**
 * A published figure whose cases are asked for.
 *
 * @param title what its measure and its slice are called
 */
public record AskedFigure(String force, SeriesKey series, LocalDate asAt, String title) {
    /** Measure, basis, window, slice and midnight, in one line; it is the figure's name in a form too. */
    public String name() {
        String slice = series.slice().isEmpty() ? "" : " " + series.slice();
        return series.kpi() + " " + series.basis() + " " + series.window() + slice + ", as at " + asAt;
    }
}
