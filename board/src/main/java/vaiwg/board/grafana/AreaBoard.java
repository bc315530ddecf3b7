package vaiwg.board.grafana;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.Window;

/**
 * The board of one priority area: all its figures in one table, and the history of as many as there is room for, those with a good
 * direction first.
 */
final class AreaBoard {
    private final Boards boards;
    private final Priority priority;

    AreaBoard(Boards boards, Priority priority) {
        this.boards = boards;
        this.priority = priority;
    }

    Board board() {
        Board board = new Board(
                "area-" + priority.slug().replace('_', '-'),
                "VAIWG " + priority.title(),
                priority.question() + " The figures are owned by " + priority.owner() + ".",
                "now-3y");
        List<Shown> shown = boards.of(priority).stream()
                .filter(measure -> !measure.isRestricted())
                .filter(measure -> measure.characteristics().isEmpty())
                .map(Shown::of)
                .flatMap(Optional::stream)
                .toList();
        if (shown.isEmpty()) {
            return withoutFigures(board);
        }
        board.add(Charts.standing("Which of our figures are better than a year ago?", shown, 24, shown.size() + 2));
        board.add(SignalTable.of("Which of our figures have left their usual range?", priority));
        shown.stream()
                .sorted(Comparator.comparing(one -> one.measure().direction() == Direction.NONE))
                .filter(one -> one.isSummable() || one.isLive())
                .limit(board.room())
                .map(AreaBoard::chart)
                .forEach(board::add);
        return board;
    }

    /** What is shown of an area whose own figures are all restricted: what they count, and the figures beside which they are read. */
    private Board withoutFigures(Board board) {
        board.add(DefinitionsBoard.table(
                "Which figures are kept in the restricted annex?",
                "priority = '" + priority.slug() + "'",
                boards.of(priority).size()));
        for (String slug : List.of("victim_attrition", "charge_rate")) {
            Measure measure = boards.measure(slug);
            board.add(chart(
                    new Shown(measure, Basis.settled(180), Window.days(365)),
                    "Beside which the restricted figure is read: "
                            + measure.title().toLowerCase(Locale.UK)));
        }
        return board.add(new SubstitutionTable(boards).panel(24, 11));
    }

    private static Panel chart(Shown shown) {
        return chart(shown, Words.question(shown.measure()));
    }

    /** Summed from days where that gives points of enough cases; rare things are read over their window. */
    static Panel chart(Shown shown, String title) {
        return shown.isSummable() && shown.measure().countsCases()
                ? Charts.restated(title, shown.measure(), shown.basis(), 12, 9)
                : Charts.published(title, shown.measure(), shown.basis(), shown.window(), 12, 9);
    }
}
