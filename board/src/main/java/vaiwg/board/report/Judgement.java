package vaiwg.board.report;

/**
 * A verdict with the way in which the figure moved.
 *
 * @param side 1 for up, -1 for down, 0 where nothing is signalled
 */
public record Judgement(Verdict verdict, int side) {
    public static Judgement of(Verdict verdict) {
        return new Judgement(verdict, 0);
    }
}
