package vaiwg.board.report;

import java.time.LocalDate;
import java.util.Optional;
import vaiwg.board.figures.SeriesKey;
import vaiwg.kpis.suppression.Withheld;

/**
 * One published number as the report has it, or why it has none. Each number that any form of the report shows is one of these, or is
 * calculated from two of them.
 *
 * @param key of which line of published values
 * @param asAt the snapshot that it is of
 * @param numerator the count; of a percentile the value; null where none is shown
 * @param denominator of which; of a percentile the number of cases; null for a count
 * @param value numerator by denominator for shares, the same for each hundred or ten thousand for rates, the numerator for others; NaN
 *     where none is shown
 * @param lower bound of the 95 % interval where one is told (estimates, surveys, fewer than 1,000 cases), else NaN
 * @param countsWork whether it counts work, such as signals, and nobody: then a small count may be told to everybody
 * @param withheld why the board and the restricted annex do not show it, as was decided when it was published
 */
public record Figure(
        SeriesKey key,
        LocalDate asAt,
        Unit unit,
        Integer numerator,
        Integer denominator,
        double value,
        double lower,
        double upper,
        State state,
        boolean countsWork,
        Optional<Withheld> withheld) {
    /** Whether there is a number, and why not. */
    public enum State {
        SHOWN,
        /** Shown as its count alone: of so few cases a share says nothing. */
        COUNT_ONLY,
        /** Of a group of victims by what is known of too few of them: shown as its count alone, if it has one. */
        NOT_COMPARED,
        /** Of so few cases that there is no number at all, such as a median of few. */
        TOO_FEW,
        /** A count of fewer than five people: that is told, and not how many. */
        BELOW_FIVE,
        /** Of few people, or what would give away a count of few. */
        SUPPRESSED,
        /** Of the public tier: of one to seven. */
        ONE_TO_SEVEN,
        /** No case. */
        NONE,
        /** Not published for that day. */
        NOT_KEPT;

        /** Whether there is a number which its readers may not see. */
        public boolean isHidden() {
            return this == BELOW_FIVE || this == SUPPRESSED || this == ONE_TO_SEVEN;
        }
    }

    /** A figure about people that has no number, for a reason. */
    public static Figure without(SeriesKey key, LocalDate asAt, Unit unit, State reason) {
        return new Figure(
                key, asAt, unit, null, null, Double.NaN, Double.NaN, Double.NaN, reason, false, Optional.empty());
    }

    /** The same figure without its numbers, for a reason which alone is told. */
    public Figure without(State reason) {
        return without(key, asAt, unit, reason).of(countsWork, Optional.empty());
    }

    /** The same figure with other numbers and without an interval. */
    public Figure with(Integer otherNumerator, Integer otherDenominator, double otherValue, State otherState) {
        return new Figure(
                key,
                asAt,
                unit,
                otherNumerator,
                otherDenominator,
                otherValue,
                Double.NaN,
                Double.NaN,
                otherState,
                countsWork,
                withheld);
    }

    /** A share of a group as it is of those who are known to belong to it: it says nothing of other groups. */
    Figure ofThoseKnown() {
        boolean has = state == State.NOT_COMPARED && unit == Unit.SHARE && numerator != null;
        return has ? with(numerator, denominator, (double) numerator / denominator, State.SHOWN) : this;
    }

    /** The same figure with its interval. */
    public Figure between(double least, double most) {
        return new Figure(key, asAt, unit, numerator, denominator, value, least, most, state, countsWork, withheld);
    }

    /** The same figure, of work or of people, and withheld or not. */
    public Figure of(boolean work, Optional<Withheld> why) {
        return new Figure(key, asAt, unit, numerator, denominator, value, lower, upper, state, work, why);
    }

    public String kpi() {
        return key.kpi();
    }

    /** Whether the count is shown, and no share. */
    public boolean isCountAlone() {
        return state == State.COUNT_ONLY || state == State.NOT_COMPARED && numerator != null;
    }

    public boolean isShown() {
        return state == State.SHOWN || isCountAlone();
    }
}
