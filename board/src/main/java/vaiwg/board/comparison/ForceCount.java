package vaiwg.board.comparison;

import java.util.Optional;

/**
 * What one force has of one measure, or why it cannot be compared.
 *
 * @param force as people call it
 * @param numerator 0 where it is left out
 * @param denominator at least 1, but 0 where it is left out
 * @param leftOut why it cannot be compared, in a few words
 */
public record ForceCount(String force, ForceMeasure measure, int numerator, int denominator, Optional<String> leftOut) {
    public static ForceCount of(String force, ForceMeasure measure, int numerator, int denominator) {
        return new ForceCount(force, measure, numerator, denominator, Optional.empty());
    }

    public static ForceCount leftOut(String force, ForceMeasure measure, String reason) {
        return new ForceCount(force, measure, 0, 0, Optional.of(reason));
    }
}
