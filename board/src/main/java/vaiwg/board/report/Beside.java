package vaiwg.board.report;

/**
 * A baseline or a figure of others beside which a figure is read.
 *
 * @param value in {@code unit}, which is that of the figure, or a number of cases (a share between 0 and 1)
 * @param comparable whether it is of the same as the figure
 * @param remark what it is, where it is stated, and why it is not comparable
 */
public record Beside(double value, Unit unit, boolean comparable, String remark) {}
