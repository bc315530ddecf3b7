package vaiwg.board.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.files.Sheet.Block;
import vaiwg.board.files.Sheet.Cell;
import vaiwg.board.files.Sheet.Format;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.AreaKnown;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.Beside;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Composition;
import vaiwg.board.report.EstimatePoint;
import vaiwg.board.report.Figure;
import vaiwg.board.report.GovernancePage;
import vaiwg.board.report.Judgement;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.OwnerComment;
import vaiwg.board.report.QualityPage;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.SignalsPage;
import vaiwg.board.report.Statement;
import vaiwg.board.report.Unit;
import vaiwg.board.text.NumberText;

/** Parts of a page as blocks of its sheet. */
final class Blocks {
    private Blocks() {}

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

    /** A sentence a line, its verdict first. */
    static Block statements(String title, List<Statement> statements) {
        return lines(
                title,
                statements.stream()
                        .map(statement -> statement
                                        .judgement()
                                        .map(judgement -> word(judgement) + ": ")
                                        .orElse("")
                                + statement.headline() + " " + statement.text())
                        .toList());
    }

    static Block lines(String title, List<String> lines) {
        return new Block(
                title,
                "",
                List.of(),
                lines.stream().map(line -> List.of(Cell.of(line))).toList());
    }

    /** Value, count, and of how many. */
    static List<Cell> numbers(Figure figure) {
        return List.of(
                Cell.ofValue(figure),
                Cell.of(FigureNumbers.numerator(figure)),
                Cell.of(FigureNumbers.denominator(figure)));
    }

    static Block scores(String title, String note, List<ScoreRow> scores) {
        List<String> heads = List.of(
                "Figure",
                "Value",
                "Count",
                "Of",
                "Lower bound",
                "Upper bound",
                "Since the last report",
                "In a year",
                "Newest 28 days",
                "Better",
                "Target",
                "Target met",
                "Beside",
                "Note");
        List<List<Cell>> rows = new ArrayList<>();
        for (ScoreRow score : scores) {
            Figure figure = score.figure();
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(score.title())));
            cells.addAll(numbers(figure));
            cells.add(Cell.of(FigureNumbers.lower(figure), figure.unit()));
            cells.add(Cell.of(FigureNumbers.upper(figure), figure.unit()));
            cells.add(Cell.of(score.sincePrevious()));
            cells.add(Cell.of(score.inAYear()));
            cells.add(Cell.of(word(score.judgement())));
            cells.add(Cell.of(score.better().words()));
            cells.add(score.target()
                    .map(target -> Cell.of(target.value(), figure.unit()))
                    .orElse(Cell.EMPTY));
            cells.add(Cell.of(score.target()
                    .map(target ->
                            target.assurance().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .orElse("")));
            cells.add(Cell.of(besides(score.beside())));
            cells.add(Cell.of(score.note()));
            rows.add(cells);
        }
        return new Block(title, note, heads, rows);
    }

    /** Of each recommendation, step or post its owner and its figures. */
    static List<Block> of(GovernancePage page) {
        List<Block> blocks = new ArrayList<>(List.of(statements("", List.of(page.lead()))));
        for (GovernancePage.Group group : page.groups()) {
            List<List<Cell>> items = group.items().stream()
                    .map(item -> List.of(
                            Cell.of(item.text()),
                            Cell.of(item.addressed()),
                            Cell.of(item.owner()),
                            Cell.of(item.when()),
                            Cell.of(item.section()),
                            Cell.of(item.matters()),
                            Cell.of(item.note()),
                            Cell.of(item.said().map(OwnerComment::matter).orElse("")),
                            Cell.of(item.said().map(Blocks::words).orElse(""))))
                    .toList();
            blocks.add(new Block(
                    group.title(),
                    "",
                    List.of(
                            "What",
                            "For",
                            "Owner",
                            "When",
                            "Section of the paper",
                            "Open matters",
                            "Why no figure",
                            "Standing",
                            "What its owner says"),
                    items));
            for (GovernancePage.Item item : group.items()) {
                if (!item.figures().isEmpty()) {
                    blocks.add(scores(item.text(), "", item.figures()));
                }
            }
        }
        blocks.add(lines("Notes", page.notes()));
        return blocks;
    }

    /** The owner's words, with who said them and when. */
    private static String words(OwnerComment said) {
        return Stream.of(said.cause(), said.action(), said.by() + ", " + said.on())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | "));
    }

    /** "72.0%. Baseline: audit of July 2021 (the paper 1.1.3)." */
    static String besides(List<Beside> besides) {
        return besides.stream()
                .map(beside -> NumberText.value(beside.value(), beside.unit()) + ". " + beside.remark())
                .collect(Collectors.joining(" "));
    }

    static Block of(NumberTable table) {
        List<String> heads = new ArrayList<>(List.of(table.rowHead()));
        heads.addAll(table.columns());
        boolean noted = table.rows().stream().anyMatch(row -> !row.note().isEmpty());
        if (noted) {
            heads.add("Note");
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (NumberTable.Row row : table.rows()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.title())));
            row.cells().forEach(entry -> cells.add(cell(entry)));
            if (noted) {
                cells.add(Cell.of(row.note()));
            }
            rows.add(cells);
        }
        return new Block(titled(table.title(), table.subtitle()), table.conclusion(), heads, rows);
    }

    private static Cell cell(NumberTable.Entry entry) {
        if (entry instanceof NumberTable.Entry.Of of) {
            return Cell.of(of.figure(), of.part());
        }
        if (entry instanceof NumberTable.Entry.Moved moved) {
            return Cell.of(moved.change());
        }
        if (entry instanceof NumberTable.Entry.Compared compared) {
            return Cell.of(besides(compared.beside()));
        }
        if (entry instanceof NumberTable.Entry.Apart apart) {
            return Cell.of(NumberText.apart(apart));
        }
        if (entry instanceof NumberTable.Entry.Rest rest) {
            return rest.number().map(Cell::of).orElseGet(() -> Cell.of(FigureNumbers.reason(Figure.State.SUPPRESSED)));
        }
        return Cell.of(((NumberTable.Entry.Text) entry).text());
    }

    static Block of(Composition whole) {
        List<String> heads = new ArrayList<>(List.of(""));
        heads.addAll(whole.parts());
        heads.add("Of");
        List<List<Cell>> rows = new ArrayList<>();
        for (Composition.Bar bar : whole.bars()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(bar.title())));
            bar.shares().forEach(share -> cells.add(Cell.of(share, Unit.SHARE)));
            cells.add(Cell.of(bar.of()));
            rows.add(cells);
        }
        return new Block(titled(whole.title(), whole.subtitle()), "", heads, rows);
    }

    static Block of(AreaDots dots) {
        List<String> heads = List.of(
                "Policing area",
                "Of",
                "Value",
                "Count",
                "Of how many",
                "19 of 20: from",
                "19 of 20: to",
                "499 of 500: from",
                "499 of 500: to",
                "All areas together");
        List<List<Cell>> rows = new ArrayList<>();
        for (AreaDots.Column column : dots.columns()) {
            for (AreaDots.Dot dot : column.dots()) {
                Unit unit = dot.figure().unit();
                List<Cell> cells = new ArrayList<>(List.of(Cell.of(dot.title()), Cell.of(column.title())));
                cells.addAll(numbers(dot.figure()));
                for (double bound :
                        new double[] {dot.lower95(), dot.upper95(), dot.lower998(), dot.upper998(), column.centre()}) {
                    cells.add(Cell.of(bound, unit));
                }
                rows.add(cells);
            }
        }
        return new Block(titled(dots.finding(), dots.subtitle()), dots.outside(), heads, rows);
    }

    static Block of(Backlog backlog) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Cell> now = new ArrayList<>(List.of(Cell.of("Now overdue")));
        now.addAll(numbers(backlog.overdue()));
        rows.add(now);
        backlog.mean().ifPresent(mean -> {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(Pages.ON_AVERAGE)));
            cells.addAll(numbers(mean));
            rows.add(cells);
        });
        backlog.periods().forEach(level -> rows.add(List.of(Cell.of(level.day()), Cell.of(level.number()))));
        return new Block(
                titled(backlog.title(), backlog.subtitle()),
                backlog.beside(),
                List.of("On", "Overdue", "Count", "Of"),
                rows);
    }

    static Block of(CharacteristicsPage page) {
        List<String> heads = new ArrayList<>(List.of("Known of"));
        for (String theme : page.themes()) {
            heads.addAll(List.of(theme, "Count", "Of"));
        }
        heads.addAll(List.of(
                "Asked",
                "Count",
                "Of",
                "Prefers not to say",
                "Count",
                "Of",
                "Alike",
                "Count",
                "Of",
                "In a year",
                "Note"));
        List<List<Cell>> rows = new ArrayList<>();
        for (CharacteristicsPage.Row row : page.rows()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.title())));
            row.known().forEach(figure -> cells.addAll(numbers(figure)));
            cells.addAll(numbers(row.asked()));
            cells.addAll(numbers(row.declined()));
            cells.addAll(numbers(row.alike()));
            cells.add(Cell.of(row.inAYear()));
            cells.add(Cell.of(row.note()));
            rows.add(cells);
        }
        return new Block(page.subtitle(), "", heads, rows);
    }

    /** The least known first, then those of which enough is known, and of which it is not said. */
    static Block areasKnown(QualityPage page) {
        List<AreaKnown> rows = new ArrayList<>(page.leastKnown());
        page.areasKnown().stream().filter(AreaKnown::isEnough).forEach(rows::add);
        page.areasKnown().stream().filter(row -> !row.isShown()).forEach(rows::add);
        return new Block(
                "Policing area known, by figure",
                "Of a figure's cases those whose policing area is on record, in whole percents; by theme where areas are compared within themes.",
                List.of("Figure", "Area known"),
                rows.stream()
                        .map(row -> List.of(Cell.of(row.title()), areaKnown(row)))
                        .toList());
    }

    private static Cell areaKnown(AreaKnown row) {
        if (!row.isShown()) {
            return Cell.of("not shown: the cases are few, or it would reveal what is withheld");
        }
        return row.isEnough()
                ? Cell.of(AreaKnown.ENOUGH + "% or more")
                : new Cell(row.figure().value(), Format.WHOLE_SHARE);
    }

    static Block of(BlockChart chart) {
        List<String> heads = List.of(
                "Period from", "to", "Value", "Count", "Of", "Lower limit", "Usual", "Upper limit", "Verdict", "");
        List<List<Cell>> rows = new ArrayList<>();
        chart.points()
                .forEach(point -> rows.add(point(chart.unit(), point, point.trial() ? "provisional limits" : "")));
        for (EstimatePoint estimate : chart.estimates()) {
            rows.add(List.of(
                    Cell.of(estimate.firstDay()),
                    Cell.of(estimate.lastDay()),
                    Cell.of(estimate.value(), chart.unit()),
                    Cell.EMPTY,
                    Cell.EMPTY,
                    Cell.of(estimate.lower(), chart.unit()),
                    Cell.EMPTY,
                    Cell.of(estimate.upper(), chart.unit()),
                    Cell.EMPTY,
                    Cell.of("estimate, with its 95% interval")));
        }
        Optional<BlockPoint> before = chart.sameWeeksAYearBefore();
        before.ifPresent(point -> rows.add(point(chart.unit(), point, "same weeks a year before")));
        String title = chart.name().isEmpty() ? chart.finding() : chart.finding() + ": " + chart.name();
        StringBuilder note = new StringBuilder();
        chart.rebases()
                .forEach(rebase -> note.append(rebase.mark())
                        .append(' ')
                        .append(rebase.day())
                        .append(": limits set again. ")
                        .append(rebase.reason())
                        .append(' '));
        chart.dated()
                .forEach(dated -> note.append("Line ")
                        .append(dated.number())
                        .append(", ")
                        .append(dated.text())
                        .append(". "));
        return new Block(titled(title, chart.subtitle()), note.toString().strip(), heads, rows);
    }

    private static List<Cell> point(Unit unit, BlockPoint point, String remark) {
        return List.of(
                Cell.of(point.firstDay()),
                Cell.of(point.lastDay()),
                Cell.of(point.value(), unit),
                Cell.of(point.numerator()),
                Cell.of(point.denominator()),
                Cell.of(point.lower(), unit),
                Cell.of(point.centre(), unit),
                Cell.of(point.upper(), unit),
                Cell.of(word(point.verdict())),
                Cell.of(remark));
    }

    static Block of(SignalsPage page) {
        List<String> heads = new ArrayList<>(List.of("By the night on which a period became known"));
        page.periodEnds().forEach(day -> heads.add(day.toString()));
        List<List<Cell>> rows = new ArrayList<>();
        for (SignalsPage.Line line : page.history()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(line.title())));
            line.verdicts()
                    .forEach(verdict ->
                            cells.add(Cell.of(verdict.map(Blocks::word).orElse(""))));
            rows.add(cells);
        }
        return new Block("Two years of signals", "", heads, rows);
    }

    private static String titled(String title, String subtitle) {
        return subtitle.isEmpty() ? title : title + ". " + subtitle;
    }

    private static String word(Judgement judgement) {
        String way = judgement.side() > 0 ? " \u2191" : judgement.side() < 0 ? " \u2193" : "";
        return judgement.verdict().word() + way;
    }
}
