package vaiwg.board.report;

import java.time.LocalDate;

/**
 * A closed period of a chart as it was published when it ended; it never changes.
 *
 * @param value as it is charted, in the chart's unit
 * @param lower limit; NaN where there are none yet, as {@code centre} and {@code upper} are then
 * @param numerator of how many; denominator null for a count
 * @param verdict what was said of it
 * @param trial whether its limits are provisional: points only, no limits drawn
 */
public record BlockPoint(
        LocalDate firstDay,
        LocalDate lastDay,
        double value,
        double lower,
        double centre,
        double upper,
        int numerator,
        Integer denominator,
        Judgement verdict,
        boolean trial) {}
