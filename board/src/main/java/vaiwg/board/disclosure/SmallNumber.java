package vaiwg.board.disclosure;

import vaiwg.board.report.Unit;

/** Which counts are too small, as the database has it for conduct figures ({@code of_too_few}). */
final class SmallNumber {
    private SmallNumber() {}

    static boolean isSmall(int count) {
        return count < Counts.LEAST;
    }

    /**
     * Whether the count, its rest, or the whole is below five; of a percentile its cases.
     *
     * @param numerator null where there is none
     * @param denominator null for a count
     */
    static boolean of(Unit unit, Integer numerator, Integer denominator) {
        if (denominator != null && isSmall(denominator)) {
            return true;
        }
        return !isPercentile(unit)
                && numerator != null
                && (isSmall(numerator) || denominator != null && isSmall(Math.abs(denominator - numerator)));
    }

    /** A percentile's numerator is its value: of how many cases is its denominator. */
    static boolean isPercentile(Unit unit) {
        return unit == Unit.DAYS || unit == Unit.HOURS;
    }
}
