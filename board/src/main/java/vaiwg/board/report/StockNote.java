package vaiwg.board.report;

import java.util.stream.Collectors;
import vaiwg.board.figures.PublishedVerdict.State;

/** Says below a table why a stock that grew beside a year before is called no change: its level is judged by what chance gives. */
final class StockNote {
    private StockNote() {}

    /** The table, with the note where it has such a row. */
    static Block.FiguresTable below(Block.FiguresTable table) {
        String grown = table.rows().stream()
                .filter(row -> row.state() == State.NO_CHANGE
                        && row.figure().key().basis().equals("stock")
                        && isWorse(row))
                .map(row -> row.name() + " " + NumberText.changeInWords(row.inAYear()))
                .collect(Collectors.joining("; "));
        return grown.isEmpty()
                ? table
                : table.noting("No change: chance gives as great a difference from a year before (" + grown + ").");
    }

    private static boolean isWorse(Block.Row row) {
        double amount = row.inAYear().amount();
        return switch (row.better()) {
            case UP -> amount < 0;
            case DOWN -> amount > 0;
            case NEITHER -> false;
        };
    }
}
