package vaiwg.board.report;

import java.time.LocalDate;

/**
 * One published number as the report has it, or why it has none. Each number that any form of the report shows is one of these, or is
 * calculated from two of them.
 *
 * @param slice by what it is cut, such as {@code theme=rape}; empty for the total
 * @param asAt the snapshot that it is of
 * @param numerator the count; of a percentile the value; null where none is shown
 * @param denominator of which; of a percentile the number of cases; null for a count
 * @param value numerator by denominator for shares, the same for each hundred or ten thousand for rates, the numerator for others; NaN
 *     where none is shown
 * @param lower bound of the 95 % interval where one is told (estimates, surveys, fewer than 1,000 cases), else NaN
 */
public record Figure(
        String kpi,
        String basis,
        String window,
        String slice,
        LocalDate asAt,
        Unit unit,
        Integer numerator,
        Integer denominator,
        double value,
        double lower,
        double upper,
        State state) {
    /** Whether there is a number, and why not. */
    public enum State {
        SHOWN,
        /** Shown as its count alone: of so few cases a share says nothing. */
        COUNT_ONLY,
        /** Of so few cases that there is no number at all, such as a median of few. */
        TOO_FEW,
        /** Fewer than five people, or what would give them away. */
        SUPPRESSED,
        /** No case. */
        NONE,
        /** Not published for that day. */
        NOT_KEPT
    }

    /** A figure that has no number, for a reason. */
    public static Figure without(
            String kpi, String basis, String window, String slice, LocalDate asAt, Unit unit, State reason) {
        return new Figure(
                kpi, basis, window, slice, asAt, unit, null, null, Double.NaN, Double.NaN, Double.NaN, reason);
    }

    /** The same figure without its numbers, for a reason. */
    public Figure without(State reason) {
        return without(kpi, basis, window, slice, asAt, unit, reason);
    }

    /** The same figure with other numbers and without an interval. */
    public Figure with(Integer otherNumerator, Integer otherDenominator, double otherValue, State otherState) {
        return new Figure(
                kpi,
                basis,
                window,
                slice,
                asAt,
                unit,
                otherNumerator,
                otherDenominator,
                otherValue,
                Double.NaN,
                Double.NaN,
                otherState);
    }

    public boolean isShown() {
        return state == State.SHOWN || state == State.COUNT_ONLY;
    }
}
