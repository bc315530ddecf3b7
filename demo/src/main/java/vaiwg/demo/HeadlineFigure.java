package vaiwg.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vaiwg.cli.terminal.TextTable;
import vaiwg.kpis.catalogue.Priority;

/**
 * A published value with what the dictionary says of its measure.
 *
 * @param kind {@code count}, {@code share}, {@code rate} or {@code population_rate}
 * @param minimumN below this denominator a rate is stored but not shown
 * @param restricted a conduct figure: shown only where nobody can be told from it
 * @param numerator the numerator, 0 where nothing was published
 * @param denominator the denominator, 0 for a count and where nothing was published
 */
record HeadlineFigure(
        String title,
        Priority priority,
        String kind,
        int minimumN,
        boolean restricted,
        long numerator,
        long denominator) {
    /** Restricted figures below this may point at a person. */
    private static final int FEW = 5;

    /** The figure, or why it is not shown. */
    String value() {
        if (isCount()) {
            return TextTable.number(numerator);
        }
        if (denominator == 0) {
            return "not published";
        }
        if (mayPointAtAPerson()) {
            return "suppressed";
        }
        if (denominator < minimumN) {
            return "fewer than " + minimumN;
        }
        return switch (kind) {
            case "rate" -> times(100) + " per 100";
            case "population_rate" -> times(10_000) + " per 10,000";
            default -> times(100) + " %";
        };
    }

    /** What it is a share of, or empty. */
    String numbers() {
        if (isCount() || denominator == 0 || mayPointAtAPerson()) {
            return "";
        }
        return TextTable.number(numerator) + (kind.endsWith("rate") ? " for " : " of ") + TextTable.number(denominator);
    }

    private boolean isCount() {
        return kind.equals("count");
    }

    private boolean mayPointAtAPerson() {
        return restricted && (numerator < FEW || Math.abs(denominator - numerator) < FEW);
    }

    /** One decimal, half up from the exact fraction. */
    private BigDecimal times(int many) {
        return BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(many))
                .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
    }
}
