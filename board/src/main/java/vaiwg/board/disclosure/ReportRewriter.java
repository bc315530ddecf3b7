package vaiwg.board.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.Judgement;
import vaiwg.board.report.Matter;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.OwnerComment;
import vaiwg.board.report.QualityPage;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.SignalsPage;
import vaiwg.board.report.Statement;
import vaiwg.board.report.Summary;
import vaiwg.board.report.Verdict;
import vaiwg.kpis.suppression.PeopleCount;

/** A report with each number, wherever it stands, as a rule has it, and without the sentences that quote what is gone. */
final class ReportRewriter {
    /** A chart of fewer points is none. */
    private static final int FEWEST = 2;

    private final DisclosureRule rule;
    private final Sentences sentences;
    private final DisclosedTexts words;
    private final RecordTree tree = new RecordTree();

    ReportRewriter(DisclosureRule rule) {
        this.rule = rule;
        this.sentences = rule.sentences();
        this.words = new DisclosedTexts(sentences);
        tree.with(Figure.class, figure -> Optional.of(rule.figure(figure)))
                .with(ScoreRow.class, row -> Optional.of(score(row)))
                .with(BlockChart.class, this::chart)
                .with(Composition.class, rule::composition)
                .with(Backlog.class, backlog -> Optional.of(backlog(backlog)))
                .with(NumberTable.class, table -> Optional.of(table(table)))
                .with(NumberTable.Row.class, row -> Optional.of(row(row)))
                .with(AreaDots.class, this::dots)
                .with(CharacteristicsPage.Row.class, row -> Optional.of(characteristic(row)))
                .with(RevisionsPage.Row.class, row -> Optional.of(revision(row)))
                .with(Statement.class, statement -> Optional.of(words.lead(statement)))
                .with(Summary.class, page -> Optional.of(summary(page)))
                .with(SignalsPage.class, page -> Optional.of(signals(page)))
                .with(Matter.class, matter -> Optional.of(words.matter(matter)))
                .with(OwnerComment.class, comment -> Optional.of(words.comment(comment)))
                .with(QualityPage.Line.class, line -> Optional.of(words.line(line)))
                .with(String.class, text -> Optional.of(sentences.clean(text)).filter(clean -> !clean.isEmpty()));
    }

    Report rewrite(Report report) {
        return tree.one(report);
    }

    private Summary summary(Summary page) {
        return new Summary(words.statements(page.changes()), tree.list(page.groups()), tree.list(page.notes()));
    }

    private SignalsPage signals(SignalsPage page) {
        return new SignalsPage(
                words.lead(page.lead()),
                tree.list(page.open()),
                page.periodEnds(),
                page.history(),
                words.statements(page.closed()),
                page.notes());
    }

    private ScoreRow score(ScoreRow row) {
        Figure figure = rule.figure(row.figure());
        List<BlockPoint> spark = row.spark().stream()
                .flatMap(point -> rule.point(ShownPoint.of(row, point)).stream())
                .toList();
        int last = row.spark().size() - 1;
        boolean newestGone = last >= 0
                && rule.point(ShownPoint.of(row, row.spark().get(last))).isEmpty();
        return new ScoreRow(
                row.title(),
                row.better(),
                figure,
                row.asCount(),
                rule.change(figure, row.sincePrevious()),
                rule.change(figure, row.inAYear()),
                spark,
                newestGone ? Judgement.of(Verdict.TOO_FEW) : row.judgement(),
                row.target(),
                row.beside(),
                sentences.clean(row.note()));
    }

    private Optional<BlockChart> chart(BlockChart chart) {
        List<BlockPoint> points = new ArrayList<>();
        int baseline = 0;
        for (int i = 0; i < chart.points().size(); i++) {
            Optional<BlockPoint> point =
                    rule.point(ShownPoint.of(chart, chart.points().get(i)));
            point.ifPresent(points::add);
            baseline += point.isPresent() && i < chart.baseline() ? 1 : 0;
        }
        if (points.size() < FEWEST && points.size() < chart.points().size()) {
            return Optional.empty();
        }
        LocalDate first = points.isEmpty() ? LocalDate.MIN : points.get(0).firstDay();
        return Optional.of(new BlockChart(
                chart.kpi(),
                chart.slice(),
                words.title(chart.finding(), chart.subtitle()),
                sentences.clean(chart.subtitle()),
                chart.name(),
                chart.unit(),
                points,
                chart.estimates(),
                chart.rebases(),
                chart.dated().stream()
                        .map(dated -> new BlockChart.Dated(
                                BlockChart.Dated.mark(dated.day(), first), dated.number(), dated.text()))
                        .toList(),
                baseline,
                chart.sameWeeksAYearBefore().flatMap(point -> rule.point(ShownPoint.of(chart, point))),
                sentences.clean(chart.alternative())));
    }

    private Backlog backlog(Backlog backlog) {
        return new Backlog(
                words.title(backlog.title(), backlog.subtitle()),
                sentences.clean(backlog.subtitle()),
                rule.figure(backlog.overdue()),
                backlog.periods().stream()
                        .flatMap(level -> rule.level(backlog.overdue().kpi(), level).stream())
                        .toList(),
                backlog.mean().map(rule::figure),
                backlog.beside(),
                sentences.clean(backlog.alternative()));
    }

    private NumberTable table(NumberTable table) {
        return new NumberTable(
                table.title(),
                table.subtitle(),
                table.rowHead(),
                table.columns(),
                tree.list(table.rows()),
                sentences.clean(table.conclusion()));
    }

    private NumberTable.Row row(NumberTable.Row row) {
        List<NumberTable.Entry> cells = new ArrayList<>();
        Optional<Figure> figure = Optional.empty();
        for (NumberTable.Entry entry : row.cells()) {
            NumberTable.Entry cell = tree.one(entry);
            if (cell instanceof NumberTable.Entry.Of of) {
                figure = Optional.of(of.figure());
            }
            if (cell instanceof NumberTable.Entry.Moved moved && figure.isPresent()) {
                cells.add(new NumberTable.Entry.Moved(rule.change(figure.get(), moved.change())));
            } else if (cell instanceof NumberTable.Entry.Rest rest && isFew(rest)) {
                cells.add(new NumberTable.Entry.Rest(rest.whole().without(Figure.State.SUPPRESSED), rest.part()));
            } else {
                cells.add(cell);
            }
        }
        return new NumberTable.Row(row.title(), row.note(), cells, row.total());
    }

    private static boolean isFew(NumberTable.Entry.Rest rest) {
        return rest.number().filter(PeopleCount::isSmall).isPresent();
    }

    /** A withheld area has no dot; where the share of all areas is withheld, or one area is left, a theme has no column. */
    private Optional<AreaDots> dots(AreaDots areas) {
        List<AreaDots.Column> columns = new ArrayList<>();
        for (AreaDots.Column column : areas.columns()) {
            List<AreaDots.Dot> dots = column.dots().stream()
                    .map(this::dot)
                    .filter(dot -> dot.figure().state() == Figure.State.SHOWN)
                    .toList();
            if (dots.size() > 1 && sentences.mayShow(column.centre())) {
                columns.add(new AreaDots.Column(column.title(), column.centre(), dots));
            }
        }
        return Optional.of(new AreaDots(
                        words.title(areas.finding(), areas.subtitle()),
                        areas.subtitle(),
                        columns,
                        sentences.clean(areas.outside()),
                        sentences.clean(areas.alternative())))
                .filter(rewritten -> !columns.isEmpty());
    }

    /** A range tells the exact number of cases: where counts are rounded there is none. */
    private AreaDots.Dot dot(AreaDots.Dot dot) {
        boolean exact = !sentences.noCounts();
        return new AreaDots.Dot(
                dot.title(),
                rule.figure(dot.figure()),
                exact ? dot.lower95() : Double.NaN,
                exact ? dot.upper95() : Double.NaN,
                exact ? dot.lower998() : Double.NaN,
                exact ? dot.upper998() : Double.NaN,
                dot.beyond(),
                dot.far());
    }

    private CharacteristicsPage.Row characteristic(CharacteristicsPage.Row row) {
        List<Figure> known = tree.list(row.known());
        return new CharacteristicsPage.Row(
                row.title(),
                row.note(),
                known,
                rule.figure(row.asked()),
                rule.figure(row.declined()),
                rule.figure(row.alike()),
                known.isEmpty() ? row.inAYear() : rule.change(known.get(known.size() - 1), row.inAYear()));
    }

    private RevisionsPage.Row revision(RevisionsPage.Row row) {
        Figure published = rule.figure(row.published());
        Figure now = rule.figure(row.now());
        boolean both = published.isShown() && now.isShown();
        return new RevisionsPage.Row(
                row.title(),
                published,
                now,
                both
                        ? rule.change(now, row.change())
                        : new FigureChange(Double.NaN, row.change().unit()),
                both ? rule.causes(row.causes()) : List.of());
    }
}
