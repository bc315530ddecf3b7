package vaiwg.board.disclosure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vaiwg.board.disclosure.CompositionCounts.Bars;
import vaiwg.board.files.ReportFigures;
import vaiwg.board.files.ShownFigure;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.Report;

/**
 * All counts of people of a report and what they say of each other, read off its structure; beside it what the report before has shown. For
 * each number that a reader sees, or does not, it has the unit.
 */
final class ReportCounts {
    final Counts counts = new Counts();
    final Map<Figure, Integer> figures;
    final Map<ShownPoint, Integer> points;
    final Map<Stock, Integer> levels;
    final Map<Composition, Bars> bars;
    final Map<Figure, Integer> areasKnown;

    private final FigureCounts ofFigures;
    private final ChartCounts ofCharts;
    private final CompositionCounts ofCompositions;
    private final Set<String> nobody = new HashSet<>();

    /** The level of a backlog on a day. */
    record Stock(String kpi, String title, Backlog.Level level) {
        static List<Stock> of(Backlog backlog) {
            return backlog.periods().stream()
                    .map(level -> new Stock(backlog.overdue().kpi(), backlog.title(), level))
                    .toList();
        }
    }

    ReportCounts(Report report, Optional<Report> previous) {
        SliceCells bySlice = new SliceCells(counts);
        this.ofFigures = new FigureCounts(counts, bySlice, report, previous);
        this.ofCharts = new ChartCounts(counts, bySlice);
        this.ofCompositions = new CompositionCounts(counts);
        this.figures = ofFigures.units();
        this.points = ofCharts.points();
        this.levels = ofCharts.levels();
        this.bars = ofCompositions.bars();
        nobody.addAll(AboutNobody.measures(report));
        add(report, false);
        previous.ifPresent(before -> add(before, true));
        AreaPercents percents = new AreaPercents(counts, bySlice);
        this.areasKnown = percents.units();
        report.quality().areasKnown().forEach(row -> percents.add(row, false));
        previous.ifPresent(before -> before.quality().areasKnown().forEach(row -> percents.add(row, true)));
        bySlice.relate();
        ofFigures.nested();
        PartsOfWholes parts = new PartsOfWholes(counts, figures);
        parts.addUp();
        parts.rests(report);
        SamePeriods same = new SamePeriods(counts, figures, points);
        report.revisions().rows().forEach(row -> same.difference(row.published(), row.now()));
        followed(report, same);
        previous.ifPresent(before -> same.betweenReports(report, before));
    }

    /** What is followed has figures of one measure at several dates, each with those of the date before it. */
    private static void followed(Report report, SamePeriods same) {
        List<Figure> followed = report.areas().stream()
                .flatMap(area -> area.followed().stream())
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(NumberTable.Entry.Of.class::isInstance)
                .map(cell -> ((NumberTable.Entry.Of) cell).figure())
                .distinct()
                .toList();
        for (Figure one : followed) {
            for (Figure other : followed) {
                if (one.asAt().isBefore(other.asAt()) && isSame(one, other)) {
                    same.difference(one, other);
                }
            }
        }
    }

    private void add(Report report, boolean before) {
        // The oldest after what it is the oldest of.
        ReportFigures.distinct(report).stream()
                .map(ShownFigure::figure)
                .filter(figure -> isOfPeople(figure.kpi()))
                .sorted(Comparator.comparing(figure -> !figure.oldestOf().isEmpty()))
                .forEach(figure -> ofFigures.add(figure, before));
        // A point is drawn on page 1 and on its area's page, and is withheld in all places or in none.
        for (ShownPoint point : new LinkedHashSet<>(ShownPoint.of(report))) {
            if (isOfPeople(point.kpi())) {
                ofCharts.point(point, before);
            }
        }
        for (AreaPage area : report.areas()) {
            for (Backlog backlog : area.backlogs()) {
                if (isOfPeople(backlog.overdue().kpi())) {
                    Stock.of(backlog).forEach(stock -> ofCharts.level(stock, backlog.overdue(), before));
                }
            }
            area.composition().ifPresent(whole -> ofCompositions.add(whole, figures, before));
        }
        report.characteristics()
                .flatMap(page -> page.record())
                .ifPresent(whole -> ofCompositions.add(whole, figures, before));
    }

    private boolean isOfPeople(String kpi) {
        return !nobody.contains(kpi);
    }

    static boolean isSame(Figure one, Figure other) {
        return one.kpi().equals(other.kpi())
                && one.basis().equals(other.basis())
                && one.window().equals(other.window())
                && one.slice().equals(other.slice());
    }
}
