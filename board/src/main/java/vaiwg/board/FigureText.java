package vaiwg.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import vaiwg.kpis.statistics.WilsonInterval;

/**
 * A published value as people read it.
 *
 * @param value the figure, or why it is not shown
 * @param interval the Wilson interval of a share, or empty
 * @param numbers numerator and denominator, or empty
 * @param shown whether {@code value} is a figure
 */
record FigureText(String value, String interval, String numbers, boolean shown) {
    private static final int PER_CENT = 100;
    private static final int PER_TEN_THOUSAND = 10_000;

    /** @param cell empty for zero of zero, which is published as no row */
    static FigureText of(DictionaryEntry measure, Optional<Cell> cell) {
        if (measure.restricted() && cell.map(Cell::suppressed).orElse(true)) {
            return reason("suppressed");
        }
        if (measure.kind() == DictionaryEntry.Kind.COUNT) {
            return new FigureText(grouped(cell.map(Cell::numerator).orElse(0)), "", "", true);
        }
        int denominator = cell.map(Cell::denominator).orElse(0);
        if (denominator == 0) {
            return reason("no cases");
        }
        if (denominator < measure.minimumN()) {
            return reason("fewer than " + measure.minimumN());
        }
        int numerator = cell.orElseThrow().numerator();
        if (measure.kind() == DictionaryEntry.Kind.PERCENTILE) {
            return new FigureText(grouped(numerator) + " " + measure.unit(), "", grouped(denominator) + " cases", true);
        }
        if (measure.kind() == DictionaryEntry.Kind.POPULATION_RATE) {
            String rate = Fractions.rounded(numerator, denominator, PER_TEN_THOUSAND, 1)
                    .toPlainString();
            return new FigureText(rate + " per 10,000", "", grouped(numerator) + " for " + grouped(denominator), true);
        }
        String decimal = Fractions.rounded(numerator, denominator, PER_CENT, 1).toPlainString();
        if (measure.kind() == DictionaryEntry.Kind.RATE) {
            return new FigureText(decimal + " per 100", "", grouped(numerator) + " for " + grouped(denominator), true);
        }
        WilsonInterval interval = WilsonInterval.of(numerator, denominator);
        return new FigureText(
                decimal + "%",
                percent(interval.lower()) + " to " + percent(interval.upper()),
                grouped(numerator) + " of " + grouped(denominator),
                true);
    }

    private static FigureText reason(String reason) {
        return new FigureText(reason, "", "", false);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * PER_CENT)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    static String grouped(int number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
