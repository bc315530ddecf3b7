package vaiwg.board.disclosure;

import java.util.Optional;
import vaiwg.board.disclosure.ReportCounts.Stock;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Change;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;

/** What becomes of each number of a report. */
interface Rule {
    Figure figure(Figure figure);

    /** Empty for a point that is not drawn. */
    Optional<BlockPoint> point(ChartPoint point);

    Optional<Backlog.Level> level(Stock stock);

    Optional<Composition> composition(Composition whole);

    /** @param now the figure that changed, as this rule shows it */
    Change change(Figure now, Change change);

    /** What is taken out of texts. */
    Sentences sentences();
}
