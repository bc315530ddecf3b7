package vaiwg.board.disclosure;

import java.util.Optional;
import vaiwg.board.disclosure.ReportCounts.Stock;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;

/** What becomes of each number of a report. */
interface DisclosureRule {
    Figure figure(Figure figure);

    /** Empty for a point that is not drawn. */
    Optional<BlockPoint> point(ShownPoint point);

    Optional<Backlog.Level> level(Stock stock);

    Optional<Composition> composition(Composition whole);

    /** @param now the figure that changed, as this rule shows it */
    FigureChange change(Figure now, FigureChange change);

    /** What is taken out of texts. */
    Sentences sentences();
}
