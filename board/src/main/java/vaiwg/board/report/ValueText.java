package vaiwg.board.report;

/** Figures in words. */
final class ValueText {
    private ValueText() {}

    /** "70.3% (4,455 of 6,339)", or why there is no number. */
    static String of(Figure figure, boolean asCount) {
        if (!figure.isShown()) {
            return switch (figure.state()) {
                case BELOW_FIVE -> "fewer than five";
                case SUPPRESSED -> "withheld";
                case TOO_FEW -> "too few cases";
                case NONE -> "no case";
                default -> "not published";
            };
        }
        String numbers = figure.denominator() == null || figure.numerator() == null
                ? ""
                : Words.count(figure.numerator()) + " of " + Words.count(figure.denominator());
        if (asCount || figure.state() == Figure.State.COUNT_ONLY) {
            return numbers;
        }
        return switch (figure.unit()) {
            case COUNT -> Words.count(figure.numerator());
            case SHARE ->
                (numbers.isEmpty()
                                ? Words.percent(figure.value())
                                : Words.percent(figure.numerator(), figure.denominator()))
                        + (numbers.isEmpty() ? "" : " (" + numbers + ")");
            case PER_100 -> Words.decimal(figure.value(), 1) + " per 100 (" + numbers.replace(" of ", " for ") + ")";
            case PER_10_000 -> Words.decimal(figure.value(), 1) + " per 10,000";
            case DAYS -> Words.plain(figure.value()) + " days (" + Words.count(figure.denominator()) + " cases)";
            case HOURS -> Words.plain(figure.value()) + " hours (" + Words.count(figure.denominator()) + " cases)";
        };
    }

    /** "+0.4 points", "no change"; empty where it is unknown. */
    static String change(Change change) {
        if (!change.isKnown()) {
            return "";
        }
        int decimals = change.unit() == Unit.COUNT || change.unit() == Unit.DAYS || change.unit() == Unit.HOURS ? 0 : 1;
        String number = Words.decimal(change.amount(), decimals);
        if (Double.parseDouble(number.replace(",", "").replace('\u2212', '-')) == 0) {
            return "no change";
        }
        String points = change.unit() == Unit.SHARE ? " points" : "";
        return (change.amount() > 0 ? "+" : "") + number + points;
    }

    /** "Suspect named within 28 days: 70.3% (4,455 of 6,339); in a year +0.4 points." */
    static String sentence(ScoreRow row) {
        String change = change(row.inAYear());
        return row.title() + ": " + of(row.figure(), row.asCount()) + (change.isEmpty() ? "" : "; in a year " + change)
                + ".";
    }
}
