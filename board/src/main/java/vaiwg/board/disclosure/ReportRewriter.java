package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.report.AnnexTable;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.Change;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Judgement;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.SignalsPage;
import vaiwg.board.report.Summary;
import vaiwg.board.report.Verdict;

/** A report with each number as a rule has it, and without the sentences that quote what is gone. */
final class ReportRewriter {
    private final Rule rule;
    private final Words words;
    private final ChartRewriter charts;

    ReportRewriter(Rule rule) {
        this.rule = rule;
        this.words = new Words(rule.sentences());
        this.charts = new ChartRewriter(rule);
    }

    Report rewrite(Report report) {
        return new Report(
                report.edition(),
                summary(report.summary()),
                report.areas().stream().map(this::area).toList(),
                report.characteristics().map(this::characteristics),
                signals(report.signals()),
                revisions(report.revisions()),
                report.quality(),
                report.annex().stream()
                        .map(annex ->
                                new AnnexTable(annex.area(), annex.title(), annex.definition(), table(annex.table())))
                        .toList(),
                report.restricted());
    }

    private Summary summary(Summary summary) {
        List<Summary.Group> groups = summary.groups().stream()
                .map(group -> new Summary.Group(
                        group.number(),
                        group.slug(),
                        group.title(),
                        group.owner(),
                        group.rows().stream().map(this::score).toList(),
                        group.restricted()))
                .toList();
        return new Summary(
                words.statements(summary.changes()), groups, rule.sentences().clean(summary.notes()));
    }

    private ScoreRow score(ScoreRow row) {
        Figure figure = rule.figure(row.figure());
        var spark = row.spark().stream()
                .flatMap(point -> rule.point(ChartPoint.of(row, point)).stream())
                .toList();
        int last = row.spark().size() - 1;
        boolean newestGone = last >= 0
                && rule.point(ChartPoint.of(row, row.spark().get(last))).isEmpty();
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
                rule.sentences().clean(row.note()));
    }

    private AreaPage area(AreaPage area) {
        return new AreaPage(
                area.number(),
                area.slug(),
                area.title(),
                area.owner(),
                words.lead(area.lead()),
                area.main().flatMap(charts::chart),
                area.multiples().stream()
                        .flatMap(chart -> charts.chart(chart).stream())
                        .toList(),
                area.table().map(this::table),
                area.composition().flatMap(rule::composition),
                area.areas().flatMap(this::dots),
                area.backlogs().stream().map(this::backlog).toList(),
                area.figures().stream().map(this::score).toList(),
                area.comments().stream().map(words::comment).toList(),
                area.pending(),
                rule.sentences().clean(area.notes()),
                area.basis());
    }

    private CharacteristicsPage characteristics(CharacteristicsPage page) {
        List<CharacteristicsPage.Row> rows = new ArrayList<>();
        for (CharacteristicsPage.Row row : page.rows()) {
            List<Figure> known = row.known().stream().map(rule::figure).toList();
            rows.add(new CharacteristicsPage.Row(
                    row.title(),
                    row.note(),
                    known,
                    rule.figure(row.asked()),
                    rule.figure(row.declined()),
                    known.isEmpty() ? row.inAYear() : rule.change(known.get(known.size() - 1), row.inAYear())));
        }
        return new CharacteristicsPage(
                page.owner(),
                words.lead(page.lead()),
                page.subtitle(),
                page.themes(),
                rows,
                page.chart().flatMap(charts::chart),
                page.record().flatMap(rule::composition),
                page.areas().flatMap(this::dots),
                rule.sentences().clean(page.notes()));
    }

    private NumberTable table(NumberTable table) {
        List<NumberTable.Row> rows = new ArrayList<>();
        for (NumberTable.Row row : table.rows()) {
            List<NumberTable.Entry> cells = new ArrayList<>();
            Optional<Figure> figure = Optional.empty();
            for (NumberTable.Entry entry : row.cells()) {
                if (entry instanceof NumberTable.Entry.Of of) {
                    figure = Optional.of(rule.figure(of.figure()));
                    cells.add(new NumberTable.Entry.Of(figure.get(), of.part()));
                } else if (entry instanceof NumberTable.Entry.Moved moved) {
                    cells.add(new NumberTable.Entry.Moved(
                            figure.map(now -> rule.change(now, moved.change())).orElse(moved.change())));
                } else {
                    cells.add(entry);
                }
            }
            rows.add(new NumberTable.Row(row.title(), row.note(), cells, row.total()));
        }
        return new NumberTable(
                table.title(),
                table.subtitle(),
                table.rowHead(),
                table.columns(),
                rows,
                rule.sentences().clean(table.conclusion()));
    }

    /** A withheld area has no dot; where the share of all areas is withheld, or one area is left, a theme has no column. */
    private Optional<AreaDots> dots(AreaDots areas) {
        List<AreaDots.Column> columns = new ArrayList<>();
        for (AreaDots.Column column : areas.columns()) {
            List<AreaDots.Dot> dots = new ArrayList<>();
            for (AreaDots.Dot dot : column.dots()) {
                Figure figure = rule.figure(dot.figure());
                if (figure.state() == Figure.State.SHOWN) {
                    dots.add(dot(dot, figure));
                }
            }
            if (dots.size() > 1 && rule.sentences().mayShow(column.centre())) {
                columns.add(new AreaDots.Column(column.title(), column.centre(), dots));
            }
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new AreaDots(
                        words.title(areas.finding(), areas.subtitle()),
                        areas.subtitle(),
                        columns,
                        rule.sentences().clean(areas.outside()),
                        rule.sentences().clean(areas.alternative())));
    }

    /** A range tells the exact number of cases: where counts are rounded there is none. */
    private AreaDots.Dot dot(AreaDots.Dot dot, Figure figure) {
        boolean exact = !rule.sentences().noCounts();
        return new AreaDots.Dot(
                dot.title(),
                figure,
                exact ? dot.lower95() : Double.NaN,
                exact ? dot.upper95() : Double.NaN,
                exact ? dot.lower998() : Double.NaN,
                exact ? dot.upper998() : Double.NaN,
                dot.beyond(),
                dot.far());
    }

    private Backlog backlog(Backlog backlog) {
        return new Backlog(
                words.title(backlog.title(), backlog.subtitle()),
                rule.sentences().clean(backlog.subtitle()),
                rule.figure(backlog.overdue()),
                backlog.periods().stream()
                        .flatMap(level -> rule.level(new ReportCounts.Stock(backlog.title(), level)).stream())
                        .toList(),
                backlog.pending(),
                rule.sentences().clean(backlog.alternative()));
    }

    private SignalsPage signals(SignalsPage page) {
        return new SignalsPage(
                words.lead(page.lead()),
                page.open().stream().map(words::matter).toList(),
                page.periodEnds(),
                page.history(),
                words.statements(page.closed()),
                page.notes());
    }

    private RevisionsPage revisions(RevisionsPage page) {
        List<RevisionsPage.Row> rows = new ArrayList<>();
        for (RevisionsPage.Row row : page.rows()) {
            Figure published = rule.figure(row.published());
            Figure now = rule.figure(row.now());
            boolean both = published.isShown() && now.isShown();
            rows.add(new RevisionsPage.Row(
                    row.title(),
                    published,
                    now,
                    both
                            ? rule.change(now, row.change())
                            : new Change(Double.NaN, row.change().unit()),
                    both && !rule.sentences().noCounts() ? Causes.together(row.causes()) : List.of()));
        }
        return new RevisionsPage(words.lead(page.lead()), rows, rule.sentences().clean(page.notes()));
    }
}
