package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.List;
import vaiwg.board.report.AnnexTable;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.GovernancePage;
import vaiwg.board.report.QualityPage;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.SignalsPage;
import vaiwg.board.report.Summary;

/** A report with each number as a rule has it, and without the sentences that quote what is gone. */
final class ReportRewriter {
    private final DisclosureRule rule;
    private final DisclosedTexts words;
    private final ChartRewriter charts;
    private final TableRewriter tables;

    ReportRewriter(DisclosureRule rule) {
        this.rule = rule;
        this.words = new DisclosedTexts(rule.sentences());
        this.charts = new ChartRewriter(rule);
        this.tables = new TableRewriter(rule);
    }

    Report rewrite(Report report) {
        return new Report(
                report.edition(),
                summary(report.summary()),
                report.areas().stream().map(this::area).toList(),
                report.characteristics().map(this::characteristics),
                signals(report.signals()),
                report.governance().map(this::governance),
                revisions(report.revisions()),
                quality(report.quality()),
                report.annex().stream()
                        .map(annex -> new AnnexTable(
                                annex.area(), annex.title(), annex.definition(), tables.table(annex.table())))
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
                        group.rows().stream().map(tables::score).toList(),
                        group.restricted()))
                .toList();
        return new Summary(
                words.statements(summary.changes()), groups, rule.sentences().clean(summary.notes()));
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
                area.table().map(tables::table),
                area.composition().flatMap(rule::composition),
                area.followed().stream().map(tables::table).toList(),
                areas(area.areas()),
                area.backlogs().stream().map(this::backlog).toList(),
                area.figures().stream().map(tables::score).toList(),
                area.comments().stream().map(words::comment).toList(),
                rule.sentences().clean(area.notes()),
                area.basis());
    }

    private List<AreaDots> areas(List<AreaDots> areas) {
        return areas.stream().flatMap(dots -> tables.dots(dots).stream()).toList();
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
                    rule.figure(row.alike()),
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
                areas(page.areas()),
                rule.sentences().clean(page.notes()));
    }

    private Backlog backlog(Backlog backlog) {
        return new Backlog(
                words.title(backlog.title(), backlog.subtitle()),
                rule.sentences().clean(backlog.subtitle()),
                rule.figure(backlog.overdue()),
                ReportCounts.Stock.of(backlog).stream()
                        .flatMap(stock -> rule.level(stock).stream())
                        .toList(),
                backlog.mean().map(rule::figure),
                backlog.beside(),
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

    private GovernancePage governance(GovernancePage page) {
        return new GovernancePage(
                words.lead(page.lead()),
                page.groups().stream()
                        .map(group -> new GovernancePage.Group(
                                group.title(),
                                group.items().stream().map(this::item).toList()))
                        .toList(),
                page.notes());
    }

    private GovernancePage.Item item(GovernancePage.Item item) {
        return new GovernancePage.Item(
                item.id(),
                item.text(),
                item.addressed(),
                item.owner(),
                item.when(),
                item.section(),
                item.figures().stream().map(tables::score).toList(),
                item.matters(),
                item.note(),
                item.said().map(words::comment));
    }

    private QualityPage quality(QualityPage page) {
        return new QualityPage(
                page.owner(),
                page.lines().stream().map(words::line).toList(),
                page.areasKnown().stream()
                        .map(row -> rule.figure(row.figure()).isShown() ? row : row.withheld())
                        .toList(),
                page.words(),
                page.definitions());
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
                            : new FigureChange(Double.NaN, row.change().unit()),
                    both && !rule.sentences().noCounts() ? JoinedCauses.together(row.causes()) : List.of()));
        }
        return new RevisionsPage(words.lead(page.lead()), rows, rule.sentences().clean(page.notes()));
    }
}
