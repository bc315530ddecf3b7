package vaiwg.board.report;

import vaiwg.board.Digits;

/** Values with their units, as targets are told. */
final class FigureText {
    private FigureText() {}

    /** "100%", "5 days", "100". */
    static String value(double value, Unit unit) {
        return switch (unit) {
            case SHARE -> Digits.plain(100 * value) + "%";
            case DAYS -> Digits.plain(value) + " days";
            case HOURS -> Digits.plain(value) + " hours";
            case COUNT, PER_100, PER_1_000, PER_10_000 -> Digits.plain(value);
        };
    }
}
