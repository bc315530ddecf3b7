package vaiwg.grafana;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;

/** The conduct of our own staff: all restricted figures, the gaps to like cases, and what is rare. */
final class ConductBoard {
    private final Boards boards;

    ConductBoard(Boards boards) {
        this.boards = boards;
    }

    Board board() {
        List<FigureRow> figures = boards.conduct();
        List<FigureRow> gaps = figures.stream()
                .filter(row -> row.measure().standard().isPresent())
                .toList();
        List<FigureRow> counts = figures.stream()
                .filter(row -> row.measure().kind() == Measure.Kind.COUNT)
                .toList();
        Board board = new Board(
                        Server.CONDUCT,
                        "conduct",
                        "VAIWG: conduct",
                        "Are complaints about our own staff dealt with, and their cases treated like others?",
                        "now-3y")
                .add(ConductTable.panel(figures, figures.size() + 2));
        gaps.forEach(gap -> board.add(GapChart.panel(gap, 24 / gaps.size(), 8)));
        counts.forEach(count -> board.add(RareEventChart.panel(count, 24 / counts.size(), 8)));
        return board.add(ConductPeriods.panel(counts, 24))
                .add(DefinitionsBoard.table(
                        "Definitions of these figures", "restricted", figures.size(), Source.CONDUCT));
    }
}
