package vaiwg.board.report;

/**
 * How much a figure differs from the same figure of an earlier snapshot; it judges nothing.
 *
 * @param amount in the figure's unit, of shares in points (of a hundred); NaN where one of the two is not shown
 */
public record FigureChange(double amount, Unit unit) {
    public boolean isKnown() {
        return !Double.isNaN(amount);
    }
}
