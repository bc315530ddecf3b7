package vaiwg.board.report;

import java.util.stream.Collectors;
import vaiwg.kpis.text.Digits;

/** Writes figures and what they are of, in the cells of tables and in sentences. */
public final class NumberText {
    private NumberText() {}

    /** A value with its unit: "36.7%", "1.6", "54 days", "8,550". Counts below a hundred that are no whole numbers have a decimal. */
    public static String value(double value, Unit unit) {
        return switch (unit) {
            case SHARE -> Digits.percent(value);
            case PER_100, PER_1_000, PER_10_000 -> Digits.decimal(value, 1);
            case COUNT -> value >= 100 ? Digits.decimal(value, 0) : Digits.plain(value);
            case DAYS -> Digits.plain(value) + (value == 1 ? " day" : " days");
            case HOURS -> Digits.plain(value) + (value == 1 ? " hour" : " hours");
        };
    }

    /** A tick of an axis: without a unit, with the decimals that its step needs. */
    public static String tick(double value, Unit unit, double step) {
        double scale = unit == Unit.SHARE ? 100 : 1;
        double shown = step * scale;
        int decimals = 0;
        while (decimals < 4 && Math.abs(shown - Math.rint(shown)) > 1e-9) {
            shown *= 10;
            decimals++;
        }
        return Digits.decimal(value * scale, decimals);
    }

    /** What stands first of a figure: its value, its count where a share says nothing, or why there is none. */
    public static String value(Figure figure) {
        return switch (figure.state()) {
            case SHOWN -> value(figure.value(), figure.unit());
            case COUNT_ONLY -> Digits.count(figure.numerator());
            default -> missing(figure.state());
        };
    }

    /** What a figure is to reach: "100%", "5 days". */
    public static String target(double target, Unit unit) {
        return unit == Unit.SHARE ? Digits.briefPercent(target) : value(target, unit);
    }

    /** A figure in a sentence: "70.3% (4,455 of 6,339)", "8 of 16" where that says more than a share, or why there is no number. */
    static String inWords(Figure figure, boolean asCount) {
        if (!figure.isShown()) {
            return missing(figure.state());
        }
        if (asCount || figure.isCountAlone()) {
            return counts(figure);
        }
        String value = value(figure.value(), figure.unit());
        return switch (figure.unit()) {
            case COUNT -> value;
            case SHARE -> figure.numerator() == null ? value : value + inBrackets(figure);
            case PER_100 -> value + " per 100" + inBrackets(figure);
            case PER_1_000, PER_10_000 -> value + " per " + figure.unit().whole();
            case DAYS, HOURS -> value + " (" + Digits.count(figure.denominator()) + " cases)";
        };
    }

    private static String inBrackets(Figure figure) {
        String counts = counts(figure);
        return counts.isEmpty() ? "" : " (" + counts + ")";
    }

    /** "70.3% (4,455 of 6,339); change on the year +0.4 points." */
    static String sentence(Block.Row row) {
        String change = changeInWords(row.inAYear());
        return inWords(row.figure(), row.asCount()) + (change.isEmpty() ? "" : "; change on the year " + change) + ".";
    }

    /** A figure that stands alone in its cell: its value, or "8 of 16" where there are too few cases for a share. */
    public static String alone(Figure figure) {
        return figure.state() == Figure.State.COUNT_ONLY && figure.denominator() != null
                ? counts(figure)
                : value(figure);
    }

    /** What a figure is read beside: "all victims 35.5% of 4,011; sex not recorded 1,324"; empty where that is nothing. */
    public static String beside(Block.Row row) {
        return row.beside().stream()
                .map(other -> other.title() + " " + number(other))
                .collect(Collectors.joining("; "));
    }

    private static String number(Block.Bar other) {
        Figure figure = other.figure();
        if (other.part().isNumber() && figure.isShown()) {
            return Digits.count(other.number());
        }
        return alone(figure)
                + (figure.state() == Figure.State.SHOWN && figure.denominator() != null
                        ? " of " + Digits.count(figure.denominator())
                        : "");
    }

    public static String missing(Figure.State state) {
        return switch (state) {
            case SHOWN, COUNT_ONLY -> Digits.NONE;
            case NOT_COMPARED -> "not compared";
            case TOO_FEW -> "too few";
            case BELOW_FIVE, SUPPRESSED -> "suppressed";
            case ONE_TO_SEVEN -> "*";
            case NONE -> "no cases";
            case NOT_KEPT -> "not published";
        };
    }

    /** What stands beside the value of a figure: what it is of, without the count where that is the value. */
    public static String basis(Figure figure) {
        return figure.state() == Figure.State.COUNT_ONLY && figure.denominator() != null
                ? "of " + Digits.count(figure.denominator())
                : counts(figure);
    }

    /** What a figure is of: "39,198 of 116,020", "of 2,265", "124 for 7,593"; empty for a count or where nothing is shown. */
    public static String counts(Figure figure) {
        if (!figure.isShown() || figure.denominator() == null) {
            return "";
        }
        String whole = Digits.count(figure.denominator());
        return switch (figure.unit()) {
            case SHARE -> Digits.count(figure.numerator()) + " of " + whole;
            case PER_100, PER_1_000, PER_10_000 -> Digits.count(figure.numerator()) + " for " + whole;
            case COUNT, DAYS, HOURS -> "of " + whole;
        };
    }

    /** The 95% interval of a figure: "53.2 to 72.9"; empty where none is shown. */
    public static String interval(Figure figure) {
        boolean shown = figure.state() == Figure.State.SHOWN && !Double.isNaN(figure.lower());
        return shown ? range(figure.lower(), figure.upper(), figure.unit()) : "";
    }

    /** "53.2 to 72.9", in the unit and without it. */
    public static String range(double lower, double upper, Unit unit) {
        double scale = unit == Unit.SHARE ? 100 : 1;
        return Digits.decimal(scale * lower, 1) + " to " + Digits.decimal(scale * upper, 1);
    }

    /** A limit of a chart with its unit; a dash where there is none yet. */
    public static String limit(double limit, Unit unit) {
        return Double.isNaN(limit) ? Digits.NONE : value(limit, unit);
    }

    /** A change with its sign, of a share in points: "+3.2 pts", "−27", "0.0 pts". */
    public static String change(FigureChange change) {
        return change.isKnown() ? changed(change, " pts") : Digits.NONE;
    }

    /** The same in a sentence: "+3.2 points", "no change"; empty where it is unknown. */
    static String changeInWords(FigureChange change) {
        if (!change.isKnown()) {
            return "";
        }
        String text = changed(change, " points");
        return text.matches("0(\\.0)?( points)?") ? "no change" : text;
    }

    private static String changed(FigureChange change, String points) {
        return switch (change.unit()) {
            case SHARE -> Digits.signed(change.amount(), 1) + points;
            case PER_100, PER_1_000, PER_10_000 -> Digits.signed(change.amount(), 1);
            case COUNT, DAYS, HOURS -> Digits.signed(change.amount(), change.amount() % 1 == 0 ? 0 : 1);
        };
    }
}
