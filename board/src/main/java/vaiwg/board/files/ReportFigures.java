package vaiwg.board.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.board.report.Block;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Page;
import vaiwg.board.report.Report;

/** Every figure of a report in the order of its pages. */
public final class ReportFigures {
    private final List<Shown> shown = new ArrayList<>();

    private ReportFigures() {}

    /**
     * A figure and where the report shows it.
     *
     * @param page the title of its page
     * @param table the title of its block
     * @param row the title of its row
     * @param column the head of its column; empty where the row shows one figure
     */
    public record Shown(String page, String table, String row, String column, Figure figure) {}

    /** Every figure at every place where a report shows it. */
    public static List<Shown> of(Report report) {
        ReportFigures figures = new ReportFigures();
        report.all().forEach(page -> page.blocks().forEach(block -> figures.add(page, block)));
        return List.copyOf(figures.shown);
    }

    /** Each figure once, where the report shows it first. */
    public static List<Shown> distinct(Report report) {
        Map<Figure, Shown> first = new LinkedHashMap<>();
        of(report).forEach(shown -> first.putIfAbsent(shown.figure(), shown));
        return List.copyOf(first.values());
    }

    private void add(Page page, Block block) {
        if (block instanceof Block.FiguresTable table) {
            table.rows().forEach(row -> {
                add(page, block, row.title(), "", row.figure());
                row.beside().forEach(other -> add(page, block, row.title(), other.title(), other.figure()));
            });
        } else if (block instanceof Block.Bars bars) {
            bars.bars().forEach(bar -> add(page, block, bar.title(), "", bar.figure()));
        } else if (block instanceof Block.Grid grid) {
            for (Block.Line line : grid.lines()) {
                for (int i = 0; i < line.cells().size(); i++) {
                    String column = grid.columns().get(i);
                    line.cells().get(i).figure().ifPresent(figure -> add(page, block, line.title(), column, figure));
                }
            }
        } else if (block instanceof Block.Promises promises) {
            promises.promises()
                    .forEach(promise -> promise.figure()
                            .ifPresent(row -> add(page, block, promise.text(), row.title(), row.figure())));
        } else if (block instanceof Block.Pair pair) {
            add(page, pair.left());
            add(page, pair.right());
        }
    }

    private void add(Page page, Block block, String row, String column, Figure figure) {
        shown.add(new Shown(page.title(), block.title(), row, column, figure));
    }
}
