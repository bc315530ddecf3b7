package vaiwg.board.files;

import java.time.LocalDate;
import vaiwg.board.report.Unit;
import vaiwg.board.report.Verdict;

/**
 * A drawn number that is no figure: a period of a chart, an estimate, the level of a stock, a part of a whole, the range of a policing
 * area.
 *
 * @param position of the chart; its row is the line within the chart
 * @param firstDay null for a level, a part or a range
 * @param lastDay null for a part or a range
 * @param value NaN where none is drawn, as {@code lower}, {@code centre} and {@code upper} are where there is no such bound
 * @param numerator null where only a share is drawn; denominator null for a count
 * @param verdict null where none was given
 */
record ChartLine(
        Position position,
        Kind kind,
        Unit unit,
        LocalDate firstDay,
        LocalDate lastDay,
        double value,
        double lower,
        double centre,
        double upper,
        Integer numerator,
        Integer denominator,
        Verdict verdict,
        boolean provisional) {
    /** What is drawn. */
    enum Kind {
        PERIOD,
        ESTIMATE,
        SAME_WEEKS_A_YEAR_BEFORE,
        LEVEL,
        PART,
        RANGE_19_OF_20,
        RANGE_499_OF_500
    }
}
