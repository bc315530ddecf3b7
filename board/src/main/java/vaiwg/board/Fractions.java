package vaiwg.board;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Fractions printed as decimals, rounded once: going through a double first would round some halves the wrong way. */
final class Fractions {
    private Fractions() {}

    /** {@code numerator * times / denominator} to so many decimals, half up. */
    static BigDecimal rounded(int numerator, int denominator, int times, int decimals) {
        return BigDecimal.valueOf((long) numerator * times)
                .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
    }
}
