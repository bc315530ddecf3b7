package vaiwg.board.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.board.report.AnnexTable;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Figure;
import vaiwg.board.report.GovernancePage;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.Summary;

/** Every figure of a report in the order of its pages. */
public final class ReportFigures {
    private final List<ShownFigure> shown = new ArrayList<>();

    private ReportFigures() {}

    /** Every figure at every place where the report shows it; a table's cells of one figure (its count, its value) are one place each. */
    public static List<ShownFigure> of(Report report) {
        ReportFigures figures = new ReportFigures();
        figures.add(report);
        return List.copyOf(figures.shown);
    }

    /** Each figure once, where the report shows it first. */
    public static List<ShownFigure> distinct(Report report) {
        Map<Figure, ShownFigure> first = new LinkedHashMap<>();
        of(report).forEach(shown -> first.putIfAbsent(shown.figure(), shown));
        return List.copyOf(first.values());
    }

    private void add(Report report) {
        for (Summary.Group group : report.summary().groups()) {
            add(Pages.SUMMARY, Pages.HEADLINES, group.rows());
        }
        report.areas().forEach(this::add);
        report.characteristics().ifPresent(this::add);
        report.governance().ifPresent(this::add);
        for (RevisionsPage.Row row : report.revisions().rows()) {
            add(Pages.REVISIONS, Pages.REVISIONS, row.title(), "Published", row.published());
            add(Pages.REVISIONS, Pages.REVISIONS, row.title(), "Known now", row.now());
        }
        for (AnnexTable annex : report.annex()) {
            add(Pages.ANNEX, annex.table());
        }
    }

    private void add(AreaPage area) {
        String page = Pages.of(area);
        area.table().ifPresent(table -> add(page, table));
        area.followed().forEach(table -> add(page, table));
        area.areas().forEach(dots -> add(page, dots));
        for (Backlog backlog : area.backlogs()) {
            add(page, backlog.title(), backlog.title(), "", backlog.overdue());
            backlog.mean().ifPresent(mean -> add(page, backlog.title(), backlog.title(), Pages.ON_AVERAGE, mean));
        }
        add(page, Pages.OTHER_FIGURES, area.figures());
    }

    private void add(CharacteristicsPage characteristics) {
        String page = Pages.CHARACTERISTICS;
        for (CharacteristicsPage.Row row : characteristics.rows()) {
            for (int i = 0; i < row.known().size(); i++) {
                add(
                        page,
                        page,
                        row.title(),
                        characteristics.themes().get(i),
                        row.known().get(i));
            }
            add(page, page, row.title(), "Asked", row.asked());
            add(page, page, row.title(), "Prefers not to say", row.declined());
            add(page, page, row.title(), "Alike", row.alike());
        }
        characteristics.areas().forEach(dots -> add(page, dots));
    }

    private void add(GovernancePage governance) {
        for (GovernancePage.Group group : governance.groups()) {
            group.items().forEach(item -> add(Pages.GOVERNANCE, item.text(), item.figures()));
        }
    }

    private void add(String page, String table, List<ScoreRow> rows) {
        rows.forEach(row -> add(page, table, row.title(), "", row.figure()));
    }

    private void add(String page, NumberTable table) {
        for (NumberTable.Row row : table.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                if (row.cells().get(i) instanceof NumberTable.Entry.Of cell) {
                    add(page, table.title(), row.title(), table.columns().get(i), cell.figure());
                }
            }
        }
    }

    private void add(String page, AreaDots dots) {
        for (AreaDots.Column column : dots.columns()) {
            for (AreaDots.Dot dot : column.dots()) {
                add(page, dots.finding(), dot.title(), column.title(), dot.figure());
            }
        }
    }

    private void add(String page, String table, String row, String column, Figure figure) {
        shown.add(new ShownFigure(new Position(page, table, row, column), figure));
    }
}
