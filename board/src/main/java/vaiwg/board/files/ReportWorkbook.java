package vaiwg.board.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.files.Sheet.Block;
import vaiwg.board.files.Sheet.Cell;
import vaiwg.board.report.AnnexTable;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Matter;
import vaiwg.board.report.OwnerComment;
import vaiwg.board.report.QualityPage;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.Statement;
import vaiwg.board.report.Summary;

/** The report as a workbook: a sheet that says what it is, one a page, and the table of all figures. */
final class ReportWorkbook {
    private static final List<Integer> WIDTHS = List.of(46, 16);
    private static final List<Integer> WORDS = List.of(46, 60, 30, 16);

    private final Report report;
    private final List<Sheet> sheets = new ArrayList<>();

    private ReportWorkbook(Report report) {
        this.report = report;
    }

    static byte[] of(Report report) {
        ReportWorkbook workbook = new ReportWorkbook(report);
        workbook.addPages();
        Edition edition = report.edition();
        workbook.sheets.add(0, AboutSheet.of(report, workbook.sheets));
        return WorkbookWriter.write(AboutSheet.title(edition), edition.notesUntil(), workbook.sheets);
    }

    private void addPages() {
        add(Pages.SUMMARY, WIDTHS, summary());
        for (AreaPage area : report.areas()) {
            add(Pages.of(area), WIDTHS, area(area));
        }
        report.characteristics().ifPresent(page -> add(Pages.CHARACTERISTICS, WIDTHS, characteristics(page)));
        add(Pages.SIGNALS, WORDS, signals());
        report.governance().ifPresent(page -> add(Pages.GOVERNANCE, WIDTHS, Blocks.of(page)));
        add(Pages.REVISIONS, WIDTHS, revisions());
        add(Pages.QUALITY, WORDS, quality());
        add(Pages.DEFINITIONS, WORDS, List.of(definitions()));
        if (!report.annex().isEmpty()) {
            add(Pages.ANNEX, WIDTHS, annex());
        }
        sheets.add(allFigures());
    }

    private void add(String title, List<Integer> widths, List<Block> blocks) {
        sheets.add(new Sheet(title, Optional.of(title), widths, blocks));
    }

    private Sheet allFigures() {
        List<List<Cell>> rows = ReportFigures.distinct(report).stream()
                .map(figure -> FiguresTable.COLUMNS.stream()
                        .map(column -> Blocks.cell(column.value().apply(figure)))
                        .toList())
                .toList();
        List<String> heads =
                FiguresTable.COLUMNS.stream().map(FiguresTable.Column::title).toList();
        return new Sheet("All figures", Optional.empty(), List.of(24), List.of(new Block("", "", heads, rows)));
    }

    private List<Block> summary() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Blocks.statements(
                "What has changed since the last report", report.summary().changes()));
        for (Summary.Group group : report.summary().groups()) {
            String note = group.restricted() ? "Its figures are in the restricted annex." : "";
            blocks.add(Blocks.scores(group.number() + " " + group.title() + ". " + group.owner(), note, group.rows()));
        }
        blocks.add(Blocks.lines("Notes", report.summary().notes()));
        return blocks;
    }

    private static List<Block> area(AreaPage area) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Blocks.statements(area.owner(), List.of(area.lead())));
        area.table().ifPresent(table -> blocks.add(Blocks.of(table)));
        area.composition().ifPresent(whole -> blocks.add(Blocks.of(whole)));
        area.followed().forEach(table -> blocks.add(Blocks.of(table)));
        area.areas().forEach(dots -> blocks.add(Blocks.of(dots)));
        area.backlogs().forEach(backlog -> blocks.add(Blocks.of(backlog)));
        blocks.add(Blocks.scores(Pages.OTHER_FIGURES, "", area.figures()));
        area.main().ifPresent(chart -> blocks.add(Blocks.of(chart)));
        area.multiples().forEach(chart -> blocks.add(Blocks.of(chart)));
        blocks.add(comments(area.comments()));
        blocks.add(Blocks.lines("Notes", area.notes()));
        blocks.add(Blocks.lines("Basis", List.of(area.basis())));
        return blocks.stream().filter(block -> !block.rows().isEmpty()).toList();
    }

    private static List<Block> characteristics(CharacteristicsPage page) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Blocks.statements(page.owner(), List.of(page.lead())));
        blocks.add(Blocks.of(page));
        page.record().ifPresent(whole -> blocks.add(Blocks.of(whole)));
        page.areas().forEach(dots -> blocks.add(Blocks.of(dots)));
        page.chart().ifPresent(chart -> blocks.add(Blocks.of(chart)));
        blocks.add(Blocks.lines("Notes", page.notes()));
        return blocks;
    }

    private static Block comments(List<OwnerComment> comments) {
        List<String> lines = new ArrayList<>();
        for (OwnerComment comment : comments) {
            if (comment.missing()) {
                lines.add(comment.matter() + ": not answered yet. " + comment.post());
            } else {
                lines.add(comment.matter() + ". " + comment.by() + ", " + comment.on());
                lines.add("Cause: " + comment.cause());
                lines.add("Action: " + comment.action());
            }
        }
        return Blocks.lines("The owners say", lines);
    }

    private List<Block> signals() {
        List<List<Cell>> matters = new ArrayList<>();
        for (Matter matter : report.signals().open()) {
            matters.add(List.of(
                    Cell.of(matter.title()),
                    Cell.of(matter.text()),
                    Cell.of(matter.area()),
                    Cell.of(matter.state().word()),
                    Cell.of(matter.judgement().verdict().word()),
                    Cell.of(matter.since()),
                    Cell.of(matter.charts()),
                    Cell.of(matter.openDays()),
                    Cell.of(matter.answer().map(OwnerComment::cause).orElse("")),
                    Cell.of(matter.answer().map(OwnerComment::action).orElse("")),
                    Cell.of(matter.answer().map(OwnerComment::by).orElse(""))));
        }
        List<String> heads = List.of(
                "Matter",
                "What the figures show",
                "Area",
                "Do",
                "Verdict",
                "Since",
                "Charts that agree",
                "Days open",
                "Cause",
                "Action",
                "Post");
        return List.of(
                Blocks.statements("", List.of(report.signals().lead())),
                new Block("Open matters", report.signals().notes(), heads, matters),
                Blocks.of(report.signals()),
                Blocks.statements(
                        "Closed since the last report", report.signals().closed()));
    }

    private List<Block> revisions() {
        List<List<Cell>> rows = new ArrayList<>();
        for (RevisionsPage.Row row : report.revisions().rows()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.title())));
            cells.addAll(Blocks.numbers(row.published()));
            cells.addAll(Blocks.numbers(row.now()));
            cells.add(Cell.of(row.change()));
            for (RevisionsPage.Cause cause : row.causes()) {
                cells.add(Cell.of(cause.words()));
                cells.add(Cell.of(cause.numerator()));
                cells.add(Cell.of(cause.denominator()));
            }
            rows.add(cells);
        }
        List<String> heads =
                new ArrayList<>(List.of("Figure", "Published", "Count", "Of", "Known now", "Count", "Of", "Change"));
        int causes = report.revisions().rows().stream()
                .mapToInt(row -> row.causes().size())
                .max()
                .orElse(0);
        for (int i = 0; i < causes; i++) {
            heads.addAll(List.of("Cause", "In the count", "In the whole"));
        }
        Statement lead = report.revisions().lead();
        return List.of(
                Blocks.statements("", List.of(lead)),
                new Block("What moved since it was published", "", heads, rows),
                Blocks.lines("Notes", report.revisions().notes()));
    }

    private List<Block> quality() {
        List<List<Cell>> lines = new ArrayList<>();
        for (QualityPage.Line line : report.quality().lines()) {
            lines.add(List.of(Cell.of(line.title()), Cell.of(line.text()), Cell.of(line.met() ? "met" : "not met")));
        }
        return Stream.of(new Block(report.quality().owner(), "", List.of(), lines), Blocks.areasKnown(report.quality()))
                .filter(block -> !block.rows().isEmpty())
                .toList();
    }

    private Block definitions() {
        List<List<Cell>> rows = new ArrayList<>();
        for (QualityPage.Definition word : report.quality().words()) {
            rows.add(List.of(Cell.of(word.title()), Cell.of(word.text())));
        }
        for (QualityPage.Definition definition : report.quality().definitions()) {
            rows.add(List.of(Cell.of(definition.title()), Cell.of(definition.text())));
        }
        return new Block("", "", List.of(), rows);
    }

    private List<Block> annex() {
        List<Block> blocks = new ArrayList<>();
        for (AnnexTable annex : report.annex()) {
            Block table = Blocks.of(annex.table());
            String note = table.note().isEmpty() ? annex.definition() : table.note() + " " + annex.definition();
            blocks.add(new Block(annex.area() + ": " + annex.title(), note, table.heads(), table.rows()));
        }
        return blocks;
    }
}
