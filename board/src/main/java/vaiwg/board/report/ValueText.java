package vaiwg.board.report;

import vaiwg.board.Digits;

/** Figures in words. */
final class ValueText {
    private ValueText() {}

    /** "70.3% (4,455 of 6,339)", or why there is no number. */
    static String of(Figure figure, boolean asCount) {
        if (!figure.isShown()) {
            return switch (figure.state()) {
                case BELOW_FIVE, SUPPRESSED -> "suppressed";
                case ONE_TO_SEVEN -> "*";
                case TOO_FEW -> "too few cases";
                case NOT_COMPARED -> "not compared";
                case NONE -> "no case";
                default -> "not published";
            };
        }
        String numbers = figure.denominator() == null || figure.numerator() == null
                ? ""
                : Digits.count(figure.numerator()) + " of " + Digits.count(figure.denominator());
        if (asCount || figure.isCountAlone()) {
            return numbers;
        }
        return switch (figure.unit()) {
            case COUNT -> Digits.count(figure.numerator());
            case SHARE ->
                (numbers.isEmpty()
                                ? Digits.percent(figure.value())
                                : Digits.percent(figure.numerator(), figure.denominator()))
                        + (numbers.isEmpty() ? "" : " (" + numbers + ")");
            case PER_100 -> Digits.decimal(figure.value(), 1) + " per 100 (" + numbers.replace(" of ", " for ") + ")";
            case PER_1_000, PER_10_000 ->
                Digits.decimal(figure.value(), 1) + " per " + figure.unit().whole();
            case DAYS -> Digits.plain(figure.value()) + " days (" + Digits.count(figure.denominator()) + " cases)";
            case HOURS -> Digits.plain(figure.value()) + " hours (" + Digits.count(figure.denominator()) + " cases)";
        };
    }

    /** "46.6%", "12 days". */
    static String number(double value, Unit unit) {
        return switch (unit) {
            case SHARE -> Digits.percent(value);
            case DAYS -> Digits.plain(value) + " days";
            case HOURS -> Digits.plain(value) + " hours";
            default -> Digits.plain(value);
        };
    }

    /** "100%", "5 days", "100". */
    static String target(double value, Unit unit) {
        return unit == Unit.SHARE ? Digits.plain(100 * value) + "%" : number(value, unit);
    }

    /** "+0.4 points", "no change"; empty where it is unknown. */
    static String change(FigureChange change) {
        if (!change.isKnown()) {
            return "";
        }
        int decimals = change.unit() == Unit.COUNT || change.unit() == Unit.DAYS || change.unit() == Unit.HOURS ? 0 : 1;
        String number = Digits.decimal(change.amount(), decimals);
        if (Double.parseDouble(number.replace(",", "").replace('\u2212', '-')) == 0) {
            return "no change";
        }
        String points = change.unit() == Unit.SHARE ? " points" : "";
        return (change.amount() > 0 ? "+" : "") + number + points;
    }

    /** "Suspect named within 28 days: 70.3% (4,455 of 6,339); in a year +0.4 points." */
    static String sentence(Block.Row row) {
        String change = change(row.inAYear());
        return of(row.figure(), row.asCount()) + (change.isEmpty() ? "" : "; change on the year " + change) + ".";
    }
}
