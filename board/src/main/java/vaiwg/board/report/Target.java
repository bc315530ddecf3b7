package vaiwg.board.report;

/**
 * What was agreed for a figure, and whether the limits of its chart say that it will be met.
 *
 * @param value in the figure's unit (a share between 0 and 1)
 * @param remark what it is, and where it is stated; may be empty
 */
public record Target(double value, Assurance assurance, String remark) {
    /** What the limits say of the target. */
    public enum Assurance {
        MEETS,
        MISSES,
        HIT_OR_MISS,
        /** There are no limits yet. */
        UNKNOWN
    }
}
