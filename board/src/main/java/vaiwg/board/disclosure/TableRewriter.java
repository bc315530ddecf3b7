package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Judgement;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.Verdict;

/** Rows, tables and policing areas with each number as a rule has it. */
final class TableRewriter {
    private final DisclosureRule rule;
    private final DisclosedTexts words;

    TableRewriter(DisclosureRule rule) {
        this.rule = rule;
        this.words = new DisclosedTexts(rule.sentences());
    }

    ScoreRow score(ScoreRow row) {
        Figure figure = rule.figure(row.figure());
        var spark = row.spark().stream()
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
                rule.sentences().clean(row.note()));
    }

    NumberTable table(NumberTable table) {
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
                } else if (entry instanceof NumberTable.Entry.Apart apart) {
                    cells.add(new NumberTable.Entry.Apart(rule.figure(apart.one()), rule.figure(apart.other())));
                } else if (entry instanceof NumberTable.Entry.Rest rest) {
                    cells.add(new NumberTable.Entry.Rest(rule.figure(rest.whole()), rule.figure(rest.part())));
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
    Optional<AreaDots> dots(AreaDots areas) {
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
}
