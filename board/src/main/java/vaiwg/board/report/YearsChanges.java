package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.figures.PublishedChange;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.kpis.catalogue.Priority;

/**
 * The changes beyond chance of a year whose answers are counted, one a line: on the page of the measure that counts them, and in the workbook.
 * Below its figure on page 1 stands how many they are, since the open matters are fewer.
 */
final class YearsChanges {
    /** The measure that counts them. */
    static final String COUNTED_BY = "signal_response";

    private static final int YEAR = 365;

    private YearsChanges() {}

    /** None for the public, which is told of no single series. */
    static List<PublishedChange> told(Facts facts) {
        return facts.isExact() ? facts.material().changes() : List.of();
    }

    /** The table, with the note where it has the figure that counts them. */
    static Block.FiguresTable below(Block.FiguresTable table, Facts facts) {
        List<PublishedChange> changes = told(facts);
        boolean counted =
                table.rows().stream().anyMatch(row -> row.figure().kpi().equals(COUNTED_BY));
        return changes.isEmpty() || !counted ? table : table.noting(note(changes, facts.asAt()));
    }

    /** Of when they are, how many of them stand, and where those are of which an answer is still asked. */
    static String note(List<PublishedChange> changes, LocalDate asAt) {
        LocalDate over = asAt.minusDays(Priority.DAYS_TO_ANSWER);
        int stand = (int) changes.stream().filter(change -> !change.ended()).count();
        return "Changes answered: of " + ReportWords.small(changes.size()) + " found "
                + Days.span(over.minusDays(YEAR), over.minusDays(1)) + ", for the better too, "
                + (stand == 0 ? "none still stands" : ReportWords.counted(stand, "still stands", "still stand"))
                + "; several can be one matter, and " + ReportMaker.numbered(MattersPage.ID)
                + " has the open matters alone.";
    }

    /** Without numbers. */
    static Block.Grid grid(Facts facts) {
        return new Block.Grid(
                "Changes beyond chance of a year",
                "Those of which the time to answer is over, for the better too; several can be one matter.",
                "Figure",
                List.of("Found", "Now"),
                told(facts).stream().flatMap(change -> line(facts, change)).toList(),
                Optional.of("Changes"));
    }

    private static Stream<Line> line(Facts facts, PublishedChange change) {
        return facts.material().dictionary().find(change.kpi()).stream()
                .map(measure -> new Line(
                        change.slice().isEmpty()
                                ? measure.shortTitle()
                                : measure.shortTitle() + ": " + SliceTitles.title(measure, change.slice()),
                        List.of(
                                Cell.of(Days.briefWithYear(change.raised())),
                                Cell.of(change.ended() ? "Ended" : "Stands")),
                        false));
    }
}
