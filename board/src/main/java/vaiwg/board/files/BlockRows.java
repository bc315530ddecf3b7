package vaiwg.board.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vaiwg.board.files.Sheet.Cell;
import vaiwg.board.files.Sheet.Format;
import vaiwg.board.report.Block;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Matter;
import vaiwg.board.report.NumberText;
import vaiwg.board.report.OwnerComment;

/** Blocks of a page as parts of its sheet. */
final class BlockRows {
    private static final List<String> FIGURES = List.of(
            "Figure",
            "Value",
            "Count",
            "Of",
            "Lower bound",
            "Upper bound",
            "Change on year",
            "State",
            "Better",
            "Target",
            "Target met",
            "Beside it");
    private static final List<String> POINTS =
            List.of("First day", "Last day", "Value", "Count", "Of", "Lower limit", "Usual", "Upper limit");

    private BlockRows() {}

    /** Any value of a column. */
    static Cell cell(Object value) {
        if (value == null || value instanceof Double number && number.isNaN()) {
            return Cell.EMPTY;
        }
        if (value instanceof Integer count) {
            return Cell.of(count);
        }
        if (value instanceof LocalDate day) {
            return Cell.of(day);
        }
        return value instanceof Double number ? new Cell(number, Format.GENERAL) : Cell.of(value.toString());
    }

    static Stream<Sheet.Block> of(Block block) {
        if (block instanceof Block.Pair pair) {
            return Stream.of(pair.left(), pair.right())
                    .filter(half -> !half.isEmpty())
                    .flatMap(BlockRows::of);
        }
        return Stream.of(part(block));
    }

    private static Sheet.Block part(Block block) {
        if (block instanceof Block.Sentences sentences) {
            return new Sheet.Block(
                    block.title(),
                    "",
                    List.of(),
                    sentences.sentences().stream()
                            .map(sentence -> List.of(Cell.of(sentence(sentence))))
                            .toList());
        } else if (block instanceof Block.FiguresTable table) {
            return new Sheet.Block(
                    block.title(),
                    table.note(),
                    FIGURES,
                    table.rows().stream().map(BlockRows::row).toList());
        } else if (block instanceof Block.Matters matters) {
            return matters(matters);
        } else if (block instanceof Block.Chart chart) {
            return points(chart.chart());
        } else if (block instanceof Block.Bars bars) {
            return new Sheet.Block(
                    block.title(),
                    bars.note(),
                    List.of("", "Count", "Of"),
                    bars.bars().stream()
                            .map(bar -> List.of(
                                    Cell.of(bar.title()),
                                    Cell.of(Integer.valueOf(bar.number())),
                                    Cell.of(bar.figure().denominator())))
                            .toList());
        } else if (block instanceof Block.Grid grid) {
            List<String> heads = new ArrayList<>(List.of(grid.rowHead()));
            heads.addAll(grid.columns());
            return new Sheet.Block(
                    block.title(),
                    grid.note(),
                    heads,
                    grid.lines().stream().map(BlockRows::line).toList());
        } else if (block instanceof Block.Promises promises) {
            return promises(promises);
        }
        return new Sheet.Block(
                block.title(),
                "",
                List.of(),
                ((Block.Definitions) block)
                        .definitions().stream()
                                .map(word -> List.of(Cell.of(word.word()), Cell.of(word.text())))
                                .toList());
    }

    private static String sentence(Block.Sentence sentence) {
        String state = sentence.state().map(of -> of.word() + ": ").orElse("");
        return (state + sentence.headline() + " " + sentence.text()).strip();
    }

    private static List<Cell> row(Block.Row row) {
        Figure figure = row.figure();
        return List.of(
                Cell.of(row.title()),
                Cell.ofValue(figure),
                Cell.of(FigureNumbers.numerator(figure)),
                Cell.of(FigureNumbers.denominator(figure)),
                Cell.of(FigureNumbers.lower(figure), figure.unit()),
                Cell.of(FigureNumbers.upper(figure), figure.unit()),
                Cell.of(row.inAYear()),
                Cell.of(row.state().word()),
                Cell.of(row.better().words()),
                target(row),
                row.target().map(target -> Cell.of(row.met().word())).orElse(Cell.EMPTY),
                Cell.of(NumberText.beside(row)));
    }

    private static List<Cell> line(Block.Line line) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(line.title())));
        line.cells().forEach(cell -> cells.add(Cell.of(cell)));
        return cells;
    }

    private static Sheet.Block matters(Block.Matters block) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Matter matter : block.matters()) {
            rows.add(List.of(
                    Cell.of(matter.title()),
                    Cell.of(matter.text()),
                    Cell.of(matter.area()),
                    Cell.of(matter.state().word()),
                    Cell.of(matter.since()),
                    Cell.of(matter.raised()),
                    Cell.of(matter.due()),
                    Cell.of(matter.owner()),
                    Cell.of(matter.answer().map(OwnerComment::cause).orElse("")),
                    Cell.of(matter.answer().map(OwnerComment::action).orElse("")),
                    Cell.of(matter.answer().map(OwnerComment::by).orElse("")),
                    Cell.of(matter.evidence()),
                    Cell.of(matter.howSure()),
                    Cell.of(matter.nextStep()),
                    Cell.of(matter.now())));
        }
        List<String> heads = List.of(
                "Matter",
                "What the figures show",
                "Area",
                "Action",
                "Changed since",
                "Raised",
                "Answer due",
                "Owner",
                "Cause",
                "Next step",
                "By",
                "Figure when raised",
                "How sure",
                "Asked of the owner",
                "The chart since an early warning");
        return new Sheet.Block(block.title(), "", heads, rows);
    }

    private static Sheet.Block points(BlockChart chart) {
        List<List<Cell>> rows = new ArrayList<>();
        chart.points()
                .forEach(point -> rows.add(List.of(
                        Cell.of(point.firstDay()),
                        Cell.of(point.lastDay()),
                        Cell.of(point.value(), chart.unit()),
                        Cell.of(Integer.valueOf(point.numerator())),
                        Cell.of(point.denominator()),
                        Cell.of(point.lower(), chart.unit()),
                        Cell.of(point.centre(), chart.unit()),
                        Cell.of(point.upper(), chart.unit()))));
        chart.estimates()
                .forEach(point -> rows.add(List.of(
                        Cell.of(point.firstDay()),
                        Cell.of(point.lastDay()),
                        Cell.of(point.value(), chart.unit()),
                        Cell.of("estimate"),
                        Cell.EMPTY,
                        Cell.of(point.lower(), chart.unit()),
                        Cell.EMPTY,
                        Cell.of(point.upper(), chart.unit()))));
        return new Sheet.Block(chart.finding(), chart.subtitle(), POINTS, rows);
    }

    private static Sheet.Block promises(Block.Promises block) {
        List<List<Cell>> rows = block.promises().stream()
                .map(promise -> List.of(
                        Cell.of(promise.text()),
                        Cell.of(promise.owner()),
                        Cell.of(promise.when()),
                        Cell.of(promise.standing()),
                        Cell.of(promise.said()),
                        Cell.of(promise.figure().map(Block.Row::title).orElse(promise.words())),
                        shown(promise, row -> Cell.ofValue(row.figure())),
                        shown(promise, row -> Cell.of(FigureNumbers.numerator(row.figure()))),
                        shown(promise, row -> Cell.of(FigureNumbers.denominator(row.figure()))),
                        shown(promise, BlockRows::target),
                        Cell.of(promise.disagree() ? "disagrees" : "")))
                .toList();
        List<String> heads = List.of(
                "Promise",
                "Owner",
                "When",
                "Owner says",
                "Said on",
                "Figure",
                "Value",
                "Count",
                "Of",
                "Target",
                "Figure and owner");
        return new Sheet.Block(block.title(), block.note(), heads, rows);
    }

    private static Cell shown(Block.Promise promise, Function<Block.Row, Cell> cell) {
        return promise.figure().map(cell).orElse(Cell.EMPTY);
    }

    private static Cell target(Block.Row row) {
        return row.target().map(target -> Cell.of(target, row.figure().unit())).orElse(Cell.EMPTY);
    }
}
