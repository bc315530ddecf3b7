package vaiwg.board.files;

import java.math.BigDecimal;
import vaiwg.board.report.Figure;

/** Which numbers of a figure its state lets out, and how they are written. */
final class FigureNumbers {
    private FigureNumbers() {}

    /** NaN unless the figure is shown, and for one that is shown as its count alone. */
    static double value(Figure figure) {
        return figure.state() == Figure.State.SHOWN ? figure.value() : Double.NaN;
    }

    static double lower(Figure figure) {
        return figure.state() == Figure.State.SHOWN ? figure.lower() : Double.NaN;
    }

    static double upper(Figure figure) {
        return figure.state() == Figure.State.SHOWN ? figure.upper() : Double.NaN;
    }

    static Integer numerator(Figure figure) {
        return figure.isShown() ? figure.numerator() : null;
    }

    static Integer denominator(Figure figure) {
        return figure.isShown() ? figure.denominator() : null;
    }

    /** The shortest decimal without an exponent that is read back as the same number; {@code 12} for 12.0. */
    static String plain(double number) {
        String text = BigDecimal.valueOf(number).toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A state in words, as they are shown in place of the number. */
    static String reason(Figure.State state) {
        return switch (state) {
            case SHOWN -> "shown";
            case COUNT_ONLY -> "count only: too few cases for a share";
            case NOT_COMPARED -> "not compared with other groups: too little is known of who belongs to them";
            case TOO_FEW -> "too few cases for a number";
            case BELOW_FIVE -> "suppressed: under 5 people";
            case SUPPRESSED -> "suppressed: of few people, or disclosure of a count of few";
            case ONE_TO_SEVEN -> "*: of one to seven";
            case NONE -> "no cases";
            case NOT_KEPT -> "not published for that day";
        };
    }
}
