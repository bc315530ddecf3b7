package vaiwg.board.report;

import java.time.LocalDate;
import java.util.Optional;
import vaiwg.board.figures.PublishedVerdict.State;

/**
 * A closed period of a chart as it was published when it ended; it never changes.
 *
 * @param value as it is charted, in the chart's unit
 * @param lower limit; NaN where there are none yet, as {@code centre} and {@code upper} are then
 * @param numerator of how many; denominator null for a count
 * @param state what was said of the figure when it became known, where a chart marks it
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
        Optional<State> state,
        boolean trial) {
    /** Whether something was said of it that a chart marks. */
    public boolean isMarked() {
        return state.filter(State::isMarked).isPresent();
    }
}
