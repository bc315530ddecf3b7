package vaiwg.board.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.files.Sheet.Cell;
import vaiwg.board.report.Block;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Page;
import vaiwg.board.report.Report;

/** The report as a workbook: a sheet that says what it is, one a page, some of tables alone, the definitions, and the table of all figures. */
final class ReportWorkbook {
    private static final List<Integer> WIDTHS = List.of(46, 16);
    private static final List<Integer> WORDS = List.of(46, 120);

    private ReportWorkbook() {}

    static byte[] of(Report report) {
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < report.pages().size(); i++) {
            Page page = report.pages().get(i);
            sheets.add(new Sheet((i + 1) + " " + plain(page.title()), Optional.of(page.title()), WIDTHS, blocks(page)));
        }
        tables(report).forEach(sheets::add);
        sheets.add(definitions(report));
        sheets.add(allFigures(report));
        Edition edition = report.edition();
        sheets.add(0, AboutSheet.of(report, Collections.unmodifiableList(new ArrayList<>(sheets))));
        return WorkbookWriter.write(AboutSheet.title(edition), edition.notesUntil(), sheets);
    }

    /** A tab may not hold all that a title may. */
    private static String plain(String title) {
        return title.replaceAll("[\\[\\]:*?/\\\\]", "").strip();
    }

    private static List<Sheet.Block> blocks(Page page) {
        Stream<Sheet.Block> lead = page.lead().isEmpty()
                ? Stream.empty()
                : Stream.of(new Sheet.Block("", "", List.of(), List.of(List.of(Cell.of(page.lead())))));
        return Stream.concat(lead, page.blocks().stream().flatMap(BlockRows::of))
                .toList();
    }

    /** The tables of measures' pages that have a sheet of their own. */
    private static Stream<Sheet> tables(Report report) {
        return report.measures().stream()
                .flatMap(measure -> measure.page().blocks().stream())
                .filter(Block.Grid.class::isInstance)
                .map(Block.Grid.class::cast)
                .flatMap(grid -> grid.sheet().stream()
                        .map(name -> new Sheet(
                                name,
                                Optional.of(grid.title()),
                                WIDTHS,
                                BlockRows.of(grid).toList())));
    }

    private static Sheet definitions(Report report) {
        List<List<Cell>> rows = report.measures().stream()
                .map(measure -> List.of(
                        Cell.of(measure.page().title()), Cell.of(measure.page().definitions())))
                .toList();
        return new Sheet(
                "Definitions", Optional.of("Definitions"), WORDS, List.of(new Sheet.Block("", "", List.of(), rows)));
    }

    private static Sheet allFigures(Report report) {
        List<List<Cell>> rows = ReportFigures.distinct(report).stream()
                .map(figure -> FiguresTable.COLUMNS.stream()
                        .map(column -> BlockRows.cell(column.value().apply(figure)))
                        .toList())
                .toList();
        List<String> heads =
                FiguresTable.COLUMNS.stream().map(FiguresTable.Column::title).toList();
        return new Sheet("All figures", Optional.empty(), List.of(24), List.of(new Sheet.Block("", "", heads, rows)));
    }
}
