package vaiwg.board.report;

import java.util.List;
import java.util.Optional;

/**
 * One figure in one line.
 *
 * @param title the figure's short name
 * @param note what must be said of it in the foot of its table, or empty: such as that its chart is of another basis
 * @param asCount whether the count stands first ("4 of 72 waiting") and no share is shown
 * @param spark its newest two years by 28 days, at most 26 points, oldest first; may be empty
 * @param beside baselines and comparators
 */
public record ScoreRow(
        String title,
        Better better,
        Figure figure,
        boolean asCount,
        FigureChange sincePrevious,
        FigureChange inAYear,
        List<BlockPoint> spark,
        Judgement judgement,
        Optional<Target> target,
        List<Beside> beside,
        String note) {
    /** One that is read beside nothing. */
    public ScoreRow(
            String title,
            Better better,
            Figure figure,
            boolean asCount,
            FigureChange sincePrevious,
            FigureChange inAYear,
            List<BlockPoint> spark,
            Judgement judgement,
            Optional<Target> target,
            String note) {
        this(title, better, figure, asCount, sincePrevious, inAYear, spark, judgement, target, List.of(), note);
    }

    /** Whether there is anything beside which it is read. */
    public boolean isCompared() {
        return target.isPresent() || !beside.isEmpty();
    }
}
