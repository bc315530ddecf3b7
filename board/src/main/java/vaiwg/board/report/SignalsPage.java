package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Signals, and what was done.
 *
 * @param open matters, act before watch, the longest unanswered first
 * @param periodEnds the as-ats of the newest two years of periods, for the columns of {@code history}
 * @param closed sentences on what ended or was withdrawn since the last report
 */
public record SignalsPage(
        Statement lead,
        List<Matter> open,
        List<LocalDate> periodEnds,
        List<Line> history,
        List<Statement> closed,
        String notes) {
    /** A chart's verdicts, one for each of {@code periodEnds}; empty before it began. */
    public record Line(String title, List<Optional<Judgement>> verdicts) {}
}
