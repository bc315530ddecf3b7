package vaiwg.board.disclosure;

import java.util.List;
import java.util.Optional;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.RevisionsPage;

/** What becomes of each number of a report for the readers of its tier. */
interface DisclosureRule {
    Figure figure(Figure figure);

    /** Empty for a point that is not drawn. */
    Optional<BlockPoint> point(ShownPoint point);

    /** Empty for a level that is not drawn. */
    Optional<Backlog.Level> level(String kpi, Backlog.Level level);

    /** Empty for one that is not drawn. */
    Optional<Composition> composition(Composition whole);

    /** @param now the figure that changed, as this rule shows it */
    FigureChange change(Figure now, FigureChange change);

    /** Those of the causes of a revision that are told. */
    List<RevisionsPage.Cause> causes(List<RevisionsPage.Cause> causes);

    /** What is taken out of texts. */
    Sentences sentences();
}
