package vaiwg.board.disclosure;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.board.disclosure.ReportCounts.Stock;
import vaiwg.board.files.ReportFigures;
import vaiwg.board.files.ShownFigure;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.Report;

/** Leaves alone what is about nobody, such as a count of signals; all else is as another rule has it. */
final class AboutNobody implements DisclosureRule {
    private final DisclosureRule rule;
    private final Set<String> measures;

    AboutNobody(DisclosureRule rule, Report report) {
        this.rule = rule;
        this.measures = measures(report);
        ReportFigures.distinct(report).stream()
                .map(ShownFigure::figure)
                .filter(Figure::aboutNobody)
                .forEach(figure -> rule.sentences().allow(figure.numerator(), figure.denominator()));
    }

    /** The measures of a report that are about nobody. */
    static Set<String> measures(Report report) {
        return ReportFigures.distinct(report).stream()
                .map(ShownFigure::figure)
                .filter(Figure::aboutNobody)
                .map(Figure::kpi)
                .collect(Collectors.toSet());
    }

    @Override
    public Figure figure(Figure figure) {
        return figure.aboutNobody() ? figure : rule.figure(figure);
    }

    @Override
    public Optional<BlockPoint> point(ShownPoint point) {
        return measures.contains(point.kpi()) ? Optional.of(point.point()) : rule.point(point);
    }

    @Override
    public Optional<Backlog.Level> level(Stock stock) {
        return measures.contains(stock.kpi()) ? Optional.of(stock.level()) : rule.level(stock);
    }

    @Override
    public Optional<Composition> composition(Composition whole) {
        return rule.composition(whole);
    }

    @Override
    public FigureChange change(Figure now, FigureChange change) {
        return now.aboutNobody() ? change : rule.change(now, change);
    }

    @Override
    public Sentences sentences() {
        return rule.sentences();
    }
}
